// plumb form bench of a checklist document: the same figures, by the session that people fill.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/session/session.h"
#include "shared/store/durable_file.h"
#include "tools/plumb/app.h"
#include "tools/plumb/form_bench.h"

namespace plumb::cli {
namespace {

double inUse() {
    return static_cast<double>(mallinfo2().uordblks) / (1024 * 1024);
}

// Something that the question takes; another one at each turn. "" where it takes no answer.
std::string plausible(const checklist::Question& question, std::size_t turn) {
    using Type = checklist::QuestionType;
    if (!question.choices.empty()) return question.choices[turn % question.choices.size()].name;
    switch (question.type) {
        case Type::integer:
        case Type::decimal:
        case Type::range:
            return std::to_string(1 + turn % 100);
        case Type::date:
            return "2026-11-" + std::to_string(10 + turn % 20);
        case Type::text:
        case Type::barcode:
            return "text " + std::to_string(turn);
        case Type::time:
            return "08:" + std::to_string(10 + turn % 50);
        case Type::acknowledge:
            return "OK";
        case Type::geopoint:
            return "36." + std::to_string(turn % 1000) + " 103.8 1500 5";
        default:
            return {};  // files, what others choose, what nobody enters
    }
}

}  // namespace

int benchChecklist(const FormSource& source, bool json) {
    const auto clock = clockOf(source.now);
    if (!clock) return report(clock.error(), json);
    const auto content = store::readWhole(source.file, checklist::kMaxDocumentBytes + 1);
    if (!content) return report(content.error(), json);
    const double before = inUse();
    auto begin = std::chrono::steady_clock::now();
    const auto since = [&] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    };
    const auto loaded = checklist::loadChecklist(asText(*content));
    if (!loaded)
        return report({loaded.error().kind, loaded.error().code, source.file + ": " + loaded.error().detail}, json);
    benchLine("load", since(), "ms");
    begin = std::chrono::steady_clock::now();
    checklist::Session session(*loaded, *clock);
    (void)session.totals();
    benchLine("first_evaluation", since(), "ms");
    benchLine("nodes", static_cast<double>((*loaded)->questions.size()), "count");

    std::vector<double> answers;
    for (std::size_t turn = 0; turn < 3 && answers.size() < 20'000; ++turn) {
        for (std::size_t i = 0; i < (*loaded)->questions.size(); ++i) {
            const auto& question = (*loaded)->questions[i];
            const auto text = plausible(question, turn + i);
            if (text.empty()) continue;
            // In repeats the first instance's.
            const checklist::AnswerKey key{i, std::vector<std::uint32_t>(repeatsAround(**loaded, i).size(), 1)};
            const std::string name = keyText(**loaded, key);
            begin = std::chrono::steady_clock::now();
            const auto done = session.setAnswer(name, text);
            (void)session.totals();
            if (done) answers.push_back(since());
        }
    }
    benchAnswers(std::move(answers));
    begin = std::chrono::steady_clock::now();
    const auto missing = session.missing();
    benchLine("finalise", since(), "ms");
    benchLine("faults", static_cast<double>(missing.size()), "count");
    benchLine("memory", inUse() - before, "MB");
    return kDone;
}

}  // namespace plumb::cli
