#include "tools/province/answer_book.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "shared/checklist/load/loader.h"

namespace plumb::province {
namespace {

std::string readText(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<std::string> textsAt(const json::object& object, const char* name) {
    std::vector<std::string> out;
    if (const auto* list = object.if_contains(name))
        for (const auto& text : list->as_array()) out.emplace_back(text.as_string());
    return out;
}

ItemBook itemBook(const json::object& object) {
    ItemBook out;
    out.says = textsAt(object, "says");
    out.proof = textsAt(object, "proof");
    out.scenes = textsAt(object, "scenes");
    if (const auto* na = object.if_contains("na")) {
        out.naShare = static_cast<int>(na->as_object().at("share").as_int64());
        out.naReasons = textsAt(na->as_object(), "reasons");
    }
    for (const auto& [name, verdict] : {std::pair{"pass", checklist::Verdict::pass},
                                        {"part", checklist::Verdict::part},
                                        {"fail", checklist::Verdict::fail}}) {
        const auto* ways = object.if_contains(name);
        if (!ways) continue;
        for (const auto& way : ways->as_array()) {
            auto& variant = out.ways[verdict].emplace_back();
            for (const auto& [question, text] : way.as_object())
                variant.emplace_back(question, text.as_string().c_str());
        }
    }
    return out;
}

struct Range {
    std::string least, most;
};
Range rangeOf(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return {std::string(text), std::string(text)};
    return {std::string(text.substr(0, dots)), std::string(text.substr(dots + 2))};
}

std::int64_t whole(std::string_view text, Random& random) {
    const auto range = rangeOf(text);
    return random.between(std::stoll(range.least), std::stoll(range.most));
}

std::string decimal(std::string_view text, Random& random) {
    const auto range = rangeOf(text);
    const auto point = range.least.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : range.least.size() - point - 1;
    const double step = std::pow(10.0, static_cast<double>(decimals));
    const auto number =
        random.between(std::llround(std::stod(range.least) * step), std::llround(std::stod(range.most) * step));
    char out[32];
    std::snprintf(out, sizeof out, "%.*f", static_cast<int>(decimals), static_cast<double>(number) / step);
    std::string said = out;
    if (decimals > 0) {  // canonical: no zeros at the end
        while (said.back() == '0') said.pop_back();
        if (said.back() == '.') said.pop_back();
    }
    return said;
}

std::string shareOf(std::string_view text, const Circumstances& here, Random& random) {
    const auto blank = text.find(' ');
    const auto base = here.answered.find(std::string(text.substr(0, blank)));
    if (base == here.answered.end()) throw std::runtime_error("{of " + std::string(text) + "}: not answered yet");
    return std::to_string(static_cast<std::int64_t>(
        std::llround(std::stod(base->second) * static_cast<double>(whole(text.substr(blank + 1), random)) / 100)));
}

std::string oneOf(std::string_view text, Random& random) {
    std::vector<std::string> choices;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find('|', from), text.size());
        choices.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return random.pick(choices);
}

std::string expanded(std::string_view place, const Circumstances& here, Random& random) {
    if (place.starts_with("day")) return dayText(here.day + std::chrono::days(whole(place.substr(3), random)));
    if (place.starts_with("int ")) return std::to_string(whole(place.substr(4), random));
    if (place.starts_with("dec ")) return decimal(place.substr(4), random);
    if (place.starts_with("of ")) return shareOf(place.substr(3), here, random);
    if (place.starts_with("same ")) return here.answered.at(std::string(place.substr(5)));
    if (place == "county") return here.county;
    if (place == "batch") {
        auto day = dayText(here.day - std::chrono::days(random.between(1, 6)));
        std::erase(day, '-');
        return day + "-0" + std::to_string(random.between(1, 4));
    }
    return oneOf(place, random);
}

}  // namespace

std::string filledIn(std::string_view text, const Circumstances& here, Random& random) {
    std::string out;
    for (;;) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) return out;
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) throw std::runtime_error("no } in " + std::string(text));
        out += expanded(text.substr(open + 1, close - open - 1), here, random);
        text.remove_prefix(close + 1);
    }
}

AnswerBook loadAnswerBook(const std::string& checklist) {
    AnswerBook out;
    out.text = readText(std::string(PLUMB_SOURCE_DIR) + "/assets/checklists/" + checklist + ".json");
    auto document = checklist::loadChecklist(out.text);
    if (!document) throw std::runtime_error(checklist + ": " + document.error().detail);
    out.document = *document;
    const auto file = std::string(PLUMB_SOURCE_DIR) + "/tools/province/content/" + checklist + ".json";
    const auto content = parseJson(readText(file));
    if (!content) throw std::runtime_error(file + ": " + content.error().detail);
    for (const auto& [item, book] : content->as_object()) {
        if (!out.document->item(item))
            throw std::runtime_error(file + ": the checklist has no item " + std::string(item));
        out.items[item] = itemBook(book.as_object());
    }
    return out;
}

}  // namespace plumb::province
