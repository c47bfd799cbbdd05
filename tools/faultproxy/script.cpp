#include "tools/faultproxy/script.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace plumb::fault {
namespace {

using std::chrono::milliseconds;

struct Profile {
    std::string_view name, text;
};
// An office's Wi-Fi behind a usual line; a geostationary satellite (600 ms there and back); GPRS at 40 kbit/s with
// 800 ms there and back; a fair link that is gone after every 300 KB.
constexpr std::array kProfiles{
    Profile{"wifi", "rate 2500KB; delay 5ms"},
    Profile{"satellite", "down rate 250KB; up rate 64KB; delay 300ms"},
    Profile{"2g", "rate 5000; delay 400ms"},
    Profile{"dying", "rate 500KB; delay 5ms; every 300KB cut"},
};

// Where nobody may write more: a day of delay, a terabyte.
constexpr std::uint64_t kMostBytes = 1'000'000'000'000, kMostMilliseconds = 86'400'000;

tl::unexpected<Error> wrong(std::string_view clause, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_script", "the script's \"" + std::string(clause) + "\": " + why);
}

struct Unit {
    std::string_view name;
    std::uint64_t factor;
};
constexpr std::array kSizes{Unit{"", 1},           Unit{"B", 1},      Unit{"KB", 1000},
                            Unit{"MB", 1'000'000}, Unit{"KiB", 1024}, Unit{"MiB", 1 << 20}};
constexpr std::array kTimes{Unit{"ms", 1}, Unit{"s", 1000}, Unit{"min", 60'000}};

template <std::size_t N>
std::optional<std::uint64_t> measured(std::string_view text, const std::array<Unit, N>& units, std::uint64_t most) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    for (const auto& one : units)
        if (one.name == unit) return number > most / one.factor ? std::nullopt : std::optional(number * one.factor);
    return std::nullopt;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto from = text.find_first_not_of(" \t\r", at);
        if (from == std::string_view::npos) break;
        at = std::min(text.find_first_of(" \t\r", from), text.size());
        out.push_back(text.substr(from, at - from));
    }
    return out;
}

// One clause, word by word.
class Clause {
  public:
    Clause(std::string_view text, Script& script) : m_text(text), m_words(wordsOf(text)), m_script(script) {}

    Result<void> read() {
        if (m_words.empty()) return {};
        if (m_words[0] == "up" || m_words[0] == "down") m_way = take() == "up" ? Way::up : Way::down;
        const auto what = take();
        Result<void> done;
        if (what == "rate") {
            done = rate();
        } else if (what == "delay") {
            done = delay();
        } else if (what == "every" || what == "about" || what == "after") {
            done = trigger(what == "every"   ? Trigger::When::every
                           : what == "about" ? Trigger::When::about
                                             : Trigger::When::after);
        } else if (what == "faults" && !m_way) {
            done = faults();
        } else if (what == "profile" && !m_way) {
            done = profile();
        } else {
            return wrong(m_text, "it begins with none of rate, delay, every, about, after, faults, profile");
        }
        if (done && m_next < m_words.size())
            return wrong(m_text, "\"" + std::string(m_words[m_next]) + "\" is more than it may say");
        return done;
    }

  private:
    std::string_view take() { return m_next < m_words.size() ? m_words[m_next++] : std::string_view(); }
    std::optional<std::uint64_t> size() { return measured(take(), kSizes, kMostBytes); }
    std::optional<milliseconds> time() {
        const auto count = measured(take(), kTimes, kMostMilliseconds);
        return count ? std::optional(milliseconds(*count)) : std::nullopt;
    }
    template <class Set>
    void each(Set set) {
        for (const auto way : {Way::up, Way::down})
            if (!m_way || *m_way == way) set(m_script.lanes[static_cast<std::size_t>(way)]);
    }

    Result<void> rate() {
        const auto bytes = size();
        if (!bytes || *bytes == 0) return wrong(m_text, "a rate is bytes a second, as in 5000 or 64KB");
        each([&](Script::Lane& lane) { lane.rate = *bytes; });
        return {};
    }
    Result<void> delay() {
        const auto by = time();
        if (!by) return wrong(m_text, "a delay is a time, as in 400ms or 2s");
        milliseconds jitter{0};
        if (m_next < m_words.size() && m_words[m_next] == "jitter") {
            ++m_next;
            const auto about = time();
            if (!about) return wrong(m_text, "a jitter is a time, as in 50ms");
            jitter = *about;
        }
        each([&](Script::Lane& lane) { lane.delay = *by, lane.jitter = jitter; });
        return {};
    }
    Result<void> trigger(Trigger::When when) {
        Trigger out{when, m_way, 0, {}};
        const auto bytes = size();
        if (!bytes || *bytes == 0) return wrong(m_text, "a fault comes after a number of bytes, as in 300KB");
        out.bytes = *bytes;
        const auto what = take();
        if (what == "cut") {
            out.fault.kind = Fault::Kind::cut;
        } else if (what == "close") {
            out.fault.kind = Fault::Kind::close;
        } else if (what == "corrupt") {
            out.fault.kind = Fault::Kind::corrupt;
        } else if (what == "stall") {
            out.fault.kind = Fault::Kind::stall;
            const auto by = time();
            if (!by) return wrong(m_text, "a stall lasts a time, as in 2s");
            out.fault.stall = *by;
        } else if (what == "double") {
            out.fault.kind = Fault::Kind::twice;
            out.fault.bytes = 64;
            if (m_next < m_words.size()) {
                const auto twice = size();
                if (!twice || *twice == 0) return wrong(m_text, "what is doubled is a number of bytes, as in 64");
                out.fault.bytes = *twice;
            }
        } else {
            return wrong(m_text, "a fault is one of cut, close, stall, corrupt, double");
        }
        m_script.triggers.push_back(out);
        return {};
    }
    Result<void> faults() {
        const auto count = measured(take(), std::array{Unit{"", 1}}, kMostBytes);
        if (!count) return wrong(m_text, "faults takes a number");
        m_script.faults = *count;
        return {};
    }
    Result<void> profile() {
        const auto name = take();
        const auto text = profileText(name);
        if (!text) {
            std::string names;
            for (const auto one : profileNames()) names += (names.empty() ? "" : ", ") + std::string(one);
            return wrong(m_text, "there is no such profile; there are: " + names);
        }
        const auto script = parseScript(*text);
        if (!script) return fail(script.error());
        each([&, way = 0](Script::Lane& lane) mutable { lane = script->lanes[way++]; });
        m_script.triggers.insert(m_script.triggers.end(), script->triggers.begin(), script->triggers.end());
        return {};
    }

    std::string_view m_text;
    std::vector<std::string_view> m_words;
    Script& m_script;
    std::size_t m_next = 0;
    std::optional<Way> m_way;
};

}  // namespace

Result<Script> parseScript(std::string_view text) {
    Script out;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        auto said = line.substr(0, line.find('#'));
        while (!said.empty()) {
            const auto clause = said.substr(0, said.find(';'));
            said.remove_prefix(std::min(clause.size() + 1, said.size()));
            if (auto read = Clause(clause, out).read(); !read) return fail(read.error());
        }
    }
    return out;
}

std::optional<std::string_view> profileText(std::string_view name) {
    for (const auto& one : kProfiles)
        if (one.name == name) return one.text;
    return std::nullopt;
}

std::vector<std::string_view> profileNames() {
    std::vector<std::string_view> out;
    for (const auto& one : kProfiles) out.push_back(one.name);
    return out;
}

}  // namespace plumb::fault
