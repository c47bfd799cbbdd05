#include "tools/plumb/form_bench.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

using form::Filling;
using form::NodeId;

double since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double inUse() {
    return static_cast<double>(mallinfo2().uordblks) / (1024 * 1024);
}

// Something that the question takes; another one at each turn.
std::string plausible(const Filling& filling, NodeId node, std::size_t turn) {
    const auto& def = filling.definition().nodes[filling.tree()[node].def];
    if (const auto choices = filling.choices(node); !choices.empty()) return choices[turn % choices.size()].value;
    switch (def.type) {
        case form::DataType::integer:
        case form::DataType::decimal:
            return std::to_string(turn % 100);
        case form::DataType::boolean:
            return turn % 2 ? "true" : "false";
        case form::DataType::date:
            return "2026-11-" + std::to_string(10 + turn % 20);
        case form::DataType::time:
            return "08:" + std::to_string(10 + turn % 50);
        case form::DataType::dateTime:
            return "2026-11-" + std::to_string(10 + turn % 20) + "T08:00:00.000+08:00";
        case form::DataType::geopoint:
            return "36." + std::to_string(turn % 1000) + " 103.8 1500 5";
        case form::DataType::string:
        case form::DataType::geotrace:
        case form::DataType::geoshape:
        case form::DataType::binary:
        case form::DataType::barcode:
        case form::DataType::choice:
        case form::DataType::choices:
        case form::DataType::container:
            break;
    }
    return "text " + std::to_string(turn);
}

std::vector<NodeId> questions(const Filling& filling) {
    std::vector<NodeId> all, waiting{form::Tree::root()};
    while (!waiting.empty()) {
        const NodeId node = waiting.back();
        waiting.pop_back();
        const auto& one = filling.tree()[node];
        if (one.def != form::kNone && one.children.empty() && one.relevant &&
            filling.definition().controlOf[one.def] != form::kNone && !filling.readOnly(node) && !one.isRepeat)
            all.push_back(node);
        waiting.insert(waiting.end(), one.children.rbegin(), one.children.rend());
    }
    return all;
}

}  // namespace

void benchLine(const char* name, double value, const char* unit) {
    std::cout << "bench form." << name << " " << value << " " << unit << "\n";
}

void benchAnswers(std::vector<double> answers) {
    if (answers.empty()) return;
    std::sort(answers.begin(), answers.end());
    const auto at = [&](double share) { return answers[static_cast<std::size_t>(share * (answers.size() - 1))]; };
    benchLine("answer.p50", at(0.5), "ms");
    benchLine("answer.p95", at(0.95), "ms");
    benchLine("answer.p99", at(0.99), "ms");
}

int benchForm(const FormSource& source, bool json) {
    if (source.file.ends_with(".json")) return benchChecklist(source, json);
    const auto clock = clockOf(source.now);
    if (!clock) return report(clock.error(), json);
    const double before = inUse();
    auto begin = std::chrono::steady_clock::now();
    const auto opened = openForm(source);
    if (!opened) return report(opened.error(), json);
    benchLine("load", since(begin), "ms");
    begin = std::chrono::steady_clock::now();
    Filling filling(opened->definition, {*clock, 1, {}, {}});
    benchLine("first_evaluation", since(begin), "ms");
    benchLine("nodes", static_cast<double>(filling.tree().living()), "count");

    std::vector<double> answers;
    for (std::size_t turn = 0; turn < 3 && answers.size() < 20'000; ++turn) {
        for (const NodeId node : questions(filling)) {
            if (!filling.tree()[node].alive || !filling.relevant(node)) continue;
            const auto text = plausible(filling, node, turn + 1);
            begin = std::chrono::steady_clock::now();
            const auto done = filling.set(node, text);
            if (done) answers.push_back(since(begin));
        }
    }
    benchAnswers(std::move(answers));
    // What finishing a form does: the times of its end are written and what reads them is computed, every relevant
    // answer is asked whether it lacks or breaks its constraint, and the data are written without what is not relevant.
    begin = std::chrono::steady_clock::now();
    static_cast<void>(filling.stampEnd());
    const auto faults = filling.faults();
    const auto written = filling.toXml();
    benchLine("finalise", since(begin), "ms");
    benchLine("faults", static_cast<double>(faults.size()), "count");
    std::size_t relevant = 0;
    for (NodeId node = 0; node < filling.tree().size(); ++node)
        relevant += filling.tree()[node].alive && filling.tree()[node].relevant;
    benchLine("finalised.nodes", static_cast<double>(relevant), "count");
    benchLine("finalised.size", static_cast<double>(written.size()) / 1024, "KB");
    benchLine("memory", inUse() - before, "MB");
    return kDone;
}

}  // namespace plumb::cli
