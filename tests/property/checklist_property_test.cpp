// Properties of scoring over random answers to the real checklist 6a and to a form that uses every rule. The random
// numbers come from a fixed seed: a failure repeats.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>

#include "shared/base/civil_date.h"
#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/panel.h"
#include "shared/checklist/score/recheck.h"
#include "shared/checklist/session/session.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

std::shared_ptr<const Checklist> formOf(const std::string& path) {
    std::ifstream file(std::string(PLUMB_SOURCE_DIR "/") + path, std::ios::binary);
    REQUIRE(file);
    const auto result = loadChecklist(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!result) FAIL(result.error().detail);
    return *result;
}

Instant fixedNow() {
    return *parseInstant("2026-11-22T08:00:00.000+08:00");
}

struct Step {
    enum Kind { answer, na, clearNa, note, fact } kind;
    std::string id, text;
};

class Chance {
  public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : m_engine() % n; }

    std::string valueFor(const Question& question) {
        switch (question.type) {
            case QuestionType::selectOne:
                return question.choices[below(question.choices.size())].name;
            case QuestionType::selectMultiple: {
                std::string out;
                for (const auto& choice : question.choices) {
                    if (below(2)) out += choice.name + " ";
                }
                return out;
            }
            case QuestionType::integer:
                return std::to_string(static_cast<int>(below(20)) - 2);
            case QuestionType::decimal:
                return std::to_string(below(120)) + "." + std::to_string(below(100));
            case QuestionType::date:
                return dayText(Day(std::chrono::days(20'700 + static_cast<int>(below(40)))));
            case QuestionType::image:
                return std::string(64, 'a');
            default:
                return "文字 " + std::to_string(below(3));
        }
    }
    // One final step per question and per item that may be "not applicable"; some are left out.
    std::vector<Step> steps(const Checklist& checklist) {
        std::vector<Step> out;
        for (const auto& question : checklist.questions) {
            if (question.isInput() && below(10) > 0) out.push_back({Step::answer, question.id, valueFor(question)});
        }
        for (const auto& item : checklist.items) {
            if (item.na != NaPolicy::forbidden && below(5) == 0) out.push_back({Step::na, item.id, "原因"});
        }
        for (const auto& fact : checklist.facts) {
            if (below(4) == 0) continue;
            const bool number = fact.type == Fact::Type::number;
            out.push_back(
                {Step::fact, fact.id,
                 number ? std::to_string(2000 + below(2000)) : fact.choices[below(fact.choices.size())].first});
        }
        return out;
    }
    template <class List>
    void shuffle(List& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

  private:
    std::mt19937 m_engine;
};

void apply(Session& session, const Step& step) {
    switch (step.kind) {
        case Step::answer:
            REQUIRE(session.setAnswer(step.id, step.text));
            break;
        case Step::na:
            REQUIRE(session.setNotApplicable(step.id, step.text));
            break;
        case Step::clearNa:
            REQUIRE(session.clearNotApplicable(step.id));
            break;
        case Step::note:
            REQUIRE(session.setNote(step.id, step.text));
            break;
        case Step::fact:
            REQUIRE(session.setFact(step.id, step.text));
            break;
    }
}

std::string whole(const Score& score) {
    return toText(toFullJson(score));
}

const char* const kForms[] = {"assets/checklists/6a.json", "tests/property/every_rule.json",
                              "tests/property/every_point.json"};
constexpr unsigned kRounds = 150;

}  // namespace

TEST_CASE("the order of answering never changes a score") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[1], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds; ++seed) {
        Chance chance(seed);
        auto steps = chance.steps(*checklist);
        Session straight(checklist, fixedNow);
        for (const auto& step : steps) apply(straight, step);
        chance.shuffle(steps);
        Session shuffled(checklist, fixedNow);
        for (const auto& step : steps) apply(shuffled, step);
        REQUIRE(whole(straight.score()) == whole(shuffled.score()));
        REQUIRE(straight.totals().missing == shuffled.totals().missing);
        REQUIRE(straight.answersToSign() == shuffled.answersToSign());
    }
}

TEST_CASE("the session's running score is always the whole score of its answers") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[1], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds / 3; ++seed) {
        Chance chance(seed);
        Session session(checklist, fixedNow);
        for (int step = 0; step < 60; ++step) {
            switch (chance.below(8)) {
                case 0: {
                    const auto& item = checklist->items[chance.below(checklist->items.size())];
                    if (item.na != NaPolicy::forbidden) REQUIRE(session.setNotApplicable(item.id, "原因"));
                    break;
                }
                case 1:
                    REQUIRE(session.clearNotApplicable(checklist->items[chance.below(checklist->items.size())].id));
                    break;
                case 2:
                    session.undo();
                    break;
                case 3:
                    session.redo();
                    break;
                default: {
                    const auto& question = checklist->questions[chance.below(checklist->questions.size())];
                    if (question.isInput())
                        REQUIRE(session.setAnswer(question.id, chance.below(6) ? chance.valueFor(question) : ""));
                }
            }
            const auto pure = scoreAnswers(*checklist, session.answers());
            REQUIRE(pure);
            REQUIRE(whole(*pure) == whole(session.score()));
            REQUIRE(whole(*scoreAnswers(*checklist, session.answersToSign())) == whole(*pure));
            const auto totals = session.totals();
            REQUIRE(totals.points == pure->points);
            REQUIRE(totals.grade == pure->grade);
            REQUIRE(totals.missing == static_cast<int>(session.missing().size()));
        }
    }
}

TEST_CASE("re-normalisation never exceeds the maximum, and taking items out never makes points appear") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[1], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds; ++seed) {
        Chance chance(seed);
        Session session(checklist, fixedNow);
        for (const auto& step : chance.steps(*checklist)) apply(session, step);
        const auto score = session.score();
        REQUIRE(score.points >= 0);
        REQUIRE(score.points <= score.max);
        REQUIRE(score.earned <= score.possible);
        const bool bonus = !checklist->bonusItems.empty();
        if (!bonus) REQUIRE((score.max == 0 || score.max == checklist->scoring.full));
        if (bonus) REQUIRE(*score.base <= *checklist->scoring.full);
        for (const auto& item : score.items) {
            REQUIRE(item.points >= 0);
            REQUIRE(item.points <= item.max);
        }
        Points earned = 0, possible = 0;
        for (std::size_t s = 0; s < score.sections.size(); ++s) {
            REQUIRE(score.sections[s].points <= score.sections[s].max);
            if (checklist->sections[s].parent) continue;
            earned += score.sections[s].points;
            possible += score.sections[s].max;
        }
        REQUIRE(earned == score.earned);
        REQUIRE(possible == score.possible);
    }
}

TEST_CASE("the score of a re-check is that of the whole form") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[1], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds; ++seed) {
        Chance chance(seed);
        Session before(checklist, fixedNow);
        for (const auto& step : chance.steps(*checklist)) apply(before, step);
        SessionOptions options;
        options.previous = before.answers();
        options.recheck = true;
        Session again(checklist, fixedNow, {}, std::move(options));
        Answers given;
        for (const auto& id : again.askedItems()) {
            for (const auto q : checklist->item(id)->questions) {
                const auto& question = checklist->questions[q];
                if (!question.isInput()) continue;
                const auto taken = again.setAnswer(question.id, chance.valueFor(question));
                if (!taken) REQUIRE(taken.error().code == "not_asked");
                if (!taken || again.answers().values.count(question.id) == 0) continue;
                given.values[question.id] = again.answers().values[question.id];
            }
        }
        const auto recheck = recheckOf(*checklist, before.answers());
        REQUIRE(recheck);
        const auto merged = completed(*checklist, *recheck, given);
        REQUIRE(merged);
        const auto pure = scoreAnswers(*checklist, *merged);
        REQUIRE(pure);
        REQUIRE(whole(*pure) == whole(again.score()));
        // Everything that did not fail stands as it was, where it is still asked at all.
        const auto first = before.score(), second = again.score();
        for (std::size_t i = 0; i < first.items.size(); ++i) {
            const bool stood =
                first.items[i].verdict == Verdict::pass || first.items[i].verdict == Verdict::notApplicable;
            if (stood && checklist->items[i].rule.kind == RuleKind::choice &&
                second.items[i].verdict != Verdict::notRelevant)
                REQUIRE(second.items[i].verdict == first.items[i].verdict);
        }
    }
}

TEST_CASE("the trail replays to the session's answers, and survives its text") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds / 3; ++seed) {
        Chance chance(seed);
        std::chrono::milliseconds steady{0};
        SessionOptions options;
        options.monotonic = [&] { return steady; };
        Session session(checklist, fixedNow, {}, std::move(options));
        for (const auto& step : chance.steps(*checklist)) {
            steady += std::chrono::milliseconds(chance.below(5000));
            apply(session, step);
            if (chance.below(6) == 0) session.undo();
            if (chance.below(12) == 0) session.redo();
        }
        REQUIRE(session.trail().replayed() == session.answers());
        const auto again = AuditTrail::parse(session.trail().text());
        REQUIRE(again);
        REQUIRE(*again == session.trail());
    }
}

TEST_CASE("one scorer alone is the panel, and the order of scorers never changes the mean") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds / 5; ++seed) {
        Chance chance(seed);
        std::vector<Answers> all;
        for (int k = 0; k < 5; ++k) {
            Session session(checklist, fixedNow);
            for (const auto& step : chance.steps(*checklist)) apply(session, step);
            all.push_back(session.answers());
        }
        const auto alone = combine(*checklist, {all[0]});
        const auto score = scoreAnswers(*checklist, all[0]);
        REQUIRE(alone->total.mean == score->points);
        REQUIRE(alone->grade == score->grade);
        REQUIRE(alone->vetoes == score->vetoes);
        const auto straight = combine(*checklist, all);
        chance.shuffle(all);
        REQUIRE(combine(*checklist, all)->total.mean == straight->total.mean);
        REQUIRE(straight->total.mean <= score->max + 100 * kPoint);
    }
}

TEST_CASE("garbage answers are refused or scored, never more than that") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[1], kForms[2]));
    const std::string junk[] = {"",
                                "0",
                                "-0",
                                "999999999999999",
                                "-999999999999999",
                                "0.000000000000001",
                                "１２",
                                "1e9",
                                "pass pass",
                                "pass",
                                "part",
                                "x y",
                                "9999-12-31",
                                "0000-01-01",
                                "\xFF",
                                "nan",
                                std::string(300, '9')};
    for (unsigned seed = 1; seed <= kRounds; ++seed) {
        Chance chance(seed);
        Session session(checklist, fixedNow);
        for (const auto& question : checklist->questions) {
            const auto taken = session.setAnswer(question.id, junk[chance.below(std::size(junk))]);
            if (!taken) REQUIRE_FALSE(taken.error().detail.empty());
        }
        for (const auto& fact : checklist->facts) (void)session.setFact(fact.id, junk[chance.below(std::size(junk))]);
        const auto score = session.score();
        REQUIRE(score.points >= 0);
        REQUIRE(score.points <= score.max);
        REQUIRE(whole(*scoreAnswers(*checklist, session.answers())) == whole(score));
    }
}

TEST_CASE("undoing everything gives the empty form, redoing everything the full one") {
    const auto checklist = formOf(GENERATE(kForms[0], kForms[1], kForms[2]));
    for (unsigned seed = 1; seed <= kRounds / 5; ++seed) {
        Chance chance(seed);
        Session session(checklist, fixedNow);
        const auto empty = whole(session.score());
        for (const auto& step : chance.steps(*checklist)) apply(session, step);
        const auto filled = whole(session.score());
        while (session.canUndo()) session.undo();
        REQUIRE(whole(session.score()) == empty);
        REQUIRE(session.answers() == Answers{});
        while (session.canRedo()) session.redo();
        REQUIRE(whole(session.score()) == filled);
    }
}

TEST_CASE("the form engine and the plain evaluation give the same score to the same answers") {
    for (const std::string path :
         {"assets/checklists/6a.json", "assets/checklists/6b.json", "assets/checklists/c1.json",
          "assets/checklists/c4.json", "tests/property/every_rule.json", "tests/property/every_point.json"}) {
        const auto plain = formOf(path);
        auto formed = std::make_shared<Checklist>(*plain);
        formed->indexNames();
        const auto built = buildForm(*formed);
        for (const auto& problem : built.problems) FAIL(path << ": " << problem.column << ": " << problem.sentence);
        formed->form = built.nodes;
        Chance chance(11);
        for (int round = 0; round < 60; ++round) {
            Answers answers;
            for (const auto& step : chance.steps(*plain)) {
                if (step.kind == Step::answer) answers.values[step.id] = step.text;
                if (step.kind == Step::na) answers.na[step.id] = step.text;
                if (step.kind == Step::fact) answers.facts[step.id] = step.text;
            }
            const auto one = scoreAnswers(*plain, answers), other = scoreAnswers(*formed, answers);
            INFO(path << " " << toText(answers.toJson()));
            REQUIRE(one.has_value() == other.has_value());
            if (one) REQUIRE(toText(toFullJson(*one)) == toText(toFullJson(*other)));
        }
    }
}

TEST_CASE("whatever is done with copies: the trail replays, a draft opens the same, the server scores the same") {
    const auto checklist = loadChecklist(R"j({"id":"p","version":"1","kind":"t","languages":["zh","en"],"title":"P",
"grades":[{"id":"g","label":"G","tone":"pass"}],"sections":[{"id":"s","title":"S","items":[
{"id":"1","text":"A","points":10,"rule":{"kind":"ratio","of":"total","target":50},"questions":[
 {"id":"farms","type":"repeat","label":"F","questions":[
  {"id":"kind","type":"select_one","label":"K","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]},
  {"id":"plots","type":"repeat","label":"P","relevant":"${kind} = 'a'","questions":[
   {"id":"area","type":"integer","label":"A"},
   {"id":"per","type":"decimal","label":"Y","default":"2","required":false}]},
  {"id":"sum","type":"calculate","label":"S","calculation":"sum(${area})"}]},
 {"id":"total","type":"calculate","label":"T","calculation":"sum(${sum})"}]}]}]})j");
    if (!checklist) FAIL(checklist.error().detail);
    for (unsigned seed = 0; seed < 40; ++seed) {
        Chance chance(seed);
        auto session = std::make_unique<Session>(*checklist, fixedNow);
        for (int step = 0; step < 60; ++step) {
            const std::string farm = "farms[" + std::to_string(1 + chance.below(3)) + "]";
            const std::string plot = farm + "/plots[" + std::to_string(1 + chance.below(3)) + "]";
            switch (chance.below(9)) {
                case 0:
                    (void)session->addInstance("farms", chance.below(2) ? farm : "");
                    break;
                case 1:
                    (void)session->addInstance(farm + "/plots", chance.below(2) ? plot : "");
                    break;
                case 2:
                    (void)session->removeInstance(chance.below(2) ? farm : plot);
                    break;
                case 3:
                    (void)session->setAnswer(farm + "/kind", chance.below(2) ? "a" : "b");
                    break;
                case 4:
                case 5:
                    (void)session->setAnswer(plot + "/area", std::to_string(chance.below(30)));
                    break;
                case 6:
                    (void)session->setAnswer(plot + "/per", chance.below(2) ? "" : "3");
                    break;
                case 7:
                    session->undo();
                    break;
                default:
                    session->redo();
            }
            INFO("seed " << seed << ", step " << step << " " << toText(session->answers().toJson()));
            REQUIRE(session->trail().replayed().values == session->answers().values);
            const auto scored = scoreAnswers(**checklist, session->answersToSign());
            if (!scored) FAIL(scored.error().detail);
            REQUIRE(toText(toFullJson(*scored)) == toText(toFullJson(session->score())));
            if (step % 20 != 19) continue;
            SessionOptions options;
            options.trail = session->trail();
            auto again = std::make_unique<Session>(*checklist, fixedNow, session->answers(), std::move(options));
            REQUIRE(again->dropped().empty());
            REQUIRE(again->answers() == session->answers());
            REQUIRE(again->missing().size() == session->missing().size());
            session = std::move(again);
        }
    }
}
