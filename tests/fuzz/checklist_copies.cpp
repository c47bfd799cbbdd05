// Any bytes as what a person does with a checklist that has repeats in repeats: answers under any keys, instances
// added, doubled and removed, undo and redo. Whatever it was: the trail replays to the answers, the server scores as
// the tablet shows, and a draft opens again as it was left.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/session/session.h"
#include "tests/fuzz/copies_form.h"

using namespace plumb;
using namespace plumb::checklist;
using plumb::fuzz::kCopiesForm;

namespace {

// A '?' takes the place of an instance's number.
constexpr std::array<std::string_view, 19> kKeys{"farms[?]/kind",
                                                 "farms[?]/name",
                                                 "farms[?]/crop",
                                                 "farms[?]/plots[?]/area",
                                                 "farms[?]/plots[?]/per",
                                                 "farms[?]/plots[?]/trees[?]/tree",
                                                 "n",
                                                 "samples[?]/ph",
                                                 "c",
                                                 "why",
                                                 "pots[?]/wet",
                                                 "pots[?]/day",
                                                 "go",
                                                 "farms[?]/stamp",
                                                 "total",
                                                 "farms",
                                                 "farms[?]/plots",
                                                 "farms[?]/plots[?]/trees",
                                                 "pots"};
constexpr std::array<std::string_view, 6> kRepeats{"farms", "farms[?]/plots", "farms[?]/plots[?]/trees",
                                                   "pots",  "samples",        "soil"};
constexpr std::array<std::string_view, 16> kValues{
    "",  "a",    "b",    "0",          "1",    "7.5", "-3",  "x y",
    "z", "pass", "fail", "2026-11-22", "4000", "40",  "0.1", "999999999999999"};

class Moves {
  public:
    Moves(const std::uint8_t* data, std::size_t size) : m_at(data), m_end(data + size) {}
    [[nodiscard]] bool left() const { return m_at != m_end; }
    std::uint8_t one() { return left() ? *m_at++ : std::uint8_t{0}; }
    std::string text() {
        std::string out;
        for (std::size_t n = one(); n > 0 && left(); --n) out += static_cast<char>(*m_at++);
        return out;
    }
    template <class List>
    std::string_view from(const List& list) {
        return list[one() % list.size()];
    }
    std::string key(std::string_view pattern) {
        std::string out;
        for (const char c : pattern) out += c == '?' ? std::to_string(one() % 5) : std::string(1, c);
        return out;
    }

  private:
    const std::uint8_t* m_at;
    const std::uint8_t* m_end;
};

Instant noon() {
    static const auto at = *parseInstant("2026-11-22T12:00:00.000+08:00");
    return at;
}

void step(Session& session, Moves& moves) {
    switch (moves.one() % 12) {
        case 0: {
            const auto key = moves.text();
            (void)session.setAnswer(key, moves.text());
            break;
        }
        case 1: {
            const auto key = moves.key(moves.from(kKeys));
            (void)session.setAnswer(key, moves.text());
            break;
        }
        case 2:
        case 3:
        case 4: {
            const auto key = moves.key(moves.from(kKeys));
            (void)session.setAnswer(key, moves.from(kValues));
            break;
        }
        case 5:
            (void)session.addInstance(moves.key(moves.from(kRepeats)));
            break;
        case 6: {
            const auto repeat = moves.key(moves.from(kRepeats));
            (void)session.addInstance(repeat, repeat + "[" + std::to_string(moves.one() % 5) + "]");
            break;
        }
        case 7:
            (void)session.removeInstance(moves.key(moves.from(kRepeats)) + "[" + std::to_string(moves.one() % 5) + "]");
            break;
        case 8:
            (void)session.undo();
            break;
        case 9:
            (void)session.redo();
            break;
        case 10:
            (void)session.setFact("high", moves.from(kValues));
            break;
        default:
            if (moves.one() % 2) {
                (void)session.setNotApplicable("1", moves.text());
            } else {
                (void)session.clearNotApplicable("1");
            }
    }
}

bool looksAlike(const Session& one, const Session& other) {
    for (const auto& item : one.checklist().items) {
        const auto rows = one.rows(item.id), others = other.rows(item.id);
        if (rows.size() != others.size()) return false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].key != others[i].key || rows[i].instances != others[i].instances) return false;
            if (rows[i].kind == ItemRow::Kind::question &&
                one.question(rows[i].key).value != other.question(rows[i].key).value)
                return false;
        }
    }
    return one.missing().size() == other.missing().size() &&
           toText(toFullJson(one.score())) == toText(toFullJson(other.score()));
}

void check(const Session& session) {
    const auto& checklist = session.checklist();
    if (session.trail().replayed().values != session.answers().values) std::abort();
    const auto score = scoreAnswers(checklist, session.answersToSign());
    if (!score || toText(toFullJson(*score)) != toText(toFullJson(session.score()))) std::abort();
}

Session again(const std::shared_ptr<const Checklist>& form, const Session& session) {
    SessionOptions options;
    options.trail = session.trail();
    Session out(form, noon, session.answers(), std::move(options));
    if (!out.dropped().empty() || out.answers() != session.answers()) std::abort();
    if (!looksAlike(session, out)) std::abort();
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto form = *loadChecklist(kCopiesForm);
    Moves moves(data, size);
    Session session(form, noon);
    for (int steps = 1; moves.left() && steps <= 64; ++steps) {
        step(session, moves);
        if (steps % 8 == 0) check(session);
        if (steps % 24 == 0) session = again(form, session);
    }
    check(session);
    (void)again(form, session);
    return 0;
}
