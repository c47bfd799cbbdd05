// Run by the build: reads Unihan_Readings.txt (Debian's unicode-data) and prints the table behind pinyin_initials.cpp.
// A character's initials are those of its customary reading (kMandarin), of the readings that texts have
// (kHanyuPinlu) and of those in the dictionary of the standard characters (kTGHZ2013): 重 is found by c and by z.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

namespace {

constexpr std::uint32_t kFirst = 0x3400, kLast = 0x9FFF;  // the blocks that are written as one array

// The letter that a syllable begins with, its tone mark taken off; 0: none.
char letterOf(const std::string& syllable) {
    static const std::pair<const char*, char> kMarked[] = {{"ā", 'a'}, {"á", 'a'}, {"ǎ", 'a'}, {"à", 'a'}, {"ē", 'e'},
                                                           {"é", 'e'}, {"ě", 'e'}, {"è", 'e'}, {"ê", 'e'}, {"ế", 'e'},
                                                           {"ề", 'e'}, {"ō", 'o'}, {"ó", 'o'}, {"ǒ", 'o'}, {"ò", 'o'},
                                                           {"ń", 'n'}, {"ň", 'n'}, {"ǹ", 'n'}, {"ḿ", 'm'}};
    if (syllable.empty()) return 0;
    if (syllable[0] >= 'a' && syllable[0] <= 'z') return syllable[0];
    for (const auto& [marked, letter] : kMarked) {
        if (syllable.starts_with(marked)) return letter;
    }
    return 0;
}

}  // namespace

int main() {
    std::map<std::uint32_t, std::uint32_t> setOf;  // by character: bit 0 is a
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream in(line);
        std::string code, field, reading;
        if (!(in >> code >> field) || !code.starts_with("U+")) continue;
        if (field != "kMandarin" && field != "kHanyuPinlu" && field != "kTGHZ2013") continue;
        const auto character = static_cast<std::uint32_t>(std::strtoul(code.c_str() + 2, nullptr, 16));
        while (in >> reading) {
            // kTGHZ2013: the place in the dictionary, then readings: 047.150:chóng,zhòng
            std::istringstream syllables(reading.substr(reading.find(':') + 1));
            for (std::string syllable; std::getline(syllables, syllable, ',');) {
                if (const char letter = letterOf(syllable)) setOf[character] |= 1U << (letter - 'a');
            }
        }
    }
    if (setOf.size() < 20'000) {
        std::cerr << "these are no readings of Unihan: " << setOf.size() << " characters\n";
        return 1;
    }
    std::map<std::uint32_t, unsigned> numberOf{{0, 0}};
    for (const auto& [character, set] : setOf) numberOf.try_emplace(set, static_cast<unsigned>(numberOf.size()));
    std::map<unsigned, std::uint32_t> sets;
    for (const auto& [set, number] : numberOf) sets[number] = set;
    std::printf("constexpr std::uint32_t kSets[] = {");
    for (const auto& [number, set] : sets) std::printf("%u,", set);
    std::printf("};\nconstexpr char32_t kFirst = %u, kLast = %u;\nconstexpr std::uint16_t kSetOf[] = {", kFirst, kLast);
    for (auto character = kFirst; character <= kLast; ++character) {
        const auto found = setOf.find(character);
        std::printf("%u,%s", found == setOf.end() ? 0 : numberOf.at(found->second), character % 32 == 31 ? "\n" : "");
    }
    std::printf("};\nconstexpr std::pair<char32_t, std::uint16_t> kOthers[] = {");
    for (const auto& [character, set] : setOf) {
        if (character < kFirst || character > kLast) std::printf("{%u,%u},", character, numberOf.at(set));
    }
    std::printf("};\n");
    return 0;
}
