// How fast forms are: loading, first evaluation, one answer until the total is known, finishing; how repeats and large
// lists of choices grow. Usage: bench_checklist [--quick]
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/read_xform.h"
#include "shared/form/xlsform/read_xlsform.h"
#include "tests/bench/form_xml.h"

namespace {

using namespace plumb;
using form::Filling;
using form::NodeId;

int g_rounds = 9;

void line(const std::string& name, double value, const char* unit) {
    std::printf("bench checklist.%s %.4g %s\n", name.c_str(), value, unit);
}

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}
double share(std::vector<double>& values, double part) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

// Of the heap, large blocks that stand apart included.
double inUse() {
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / (1024 * 1024);
}

form::FillingOptions options() {
    return {[] { return systemNow(); }, 1, {}, {}};
}

std::shared_ptr<const form::Definition> read(const std::string& xml,
                                             const std::map<std::string, std::string>& files = {}) {
    auto form = form::readXform(xml, files);
    if (!form.definition) {
        for (const auto& problem : form.problems) std::fprintf(stderr, "%s\n", form::textOf(problem).c_str());
        std::exit(1);
    }
    return form.definition;
}

void items(int count, bool flat, const std::string& suffix) {
    const auto xml = bench::manyItems(count, flat);
    std::vector<double> loads, firsts, finishes, answers;
    double memory = 0, wholeMemory = 0;
    for (int round = 0; round < g_rounds; ++round) {
        const auto empty = inUse();
        std::shared_ptr<const form::Definition> definition;
        loads.push_back(milliseconds([&] { definition = read(xml); }));
        const auto before = inUse();
        std::unique_ptr<Filling> filling;
        firsts.push_back(milliseconds([&] { filling = std::make_unique<Filling>(definition, options()); }));
        std::vector<NodeId> questions;
        for (int i = 0; i < count; ++i) {
            questions.push_back(filling->find("/data/s" + std::to_string(i / 25 + 1) + "/q" + std::to_string(i + 1)));
        }
        static constexpr const char* kAnswers[] = {"pass", "part", "fail", "pass"};
        for (int i = 0; i < count; ++i) {
            answers.push_back(milliseconds([&] {
                if (!filling->set(questions[static_cast<std::size_t>(i)], kAnswers[(i + round) % 4])) std::exit(1);
            }));
        }
        finishes.push_back(milliseconds([&] {
            if (!filling->faults().empty()) std::exit(1);
        }));
        memory = inUse() - before;
        wholeMemory = inUse() - empty;
    }
    line("load_" + suffix, median(loads), "ms");
    line("first_" + suffix, median(firsts), "ms");
    line("answer_" + suffix + ".p50", share(answers, 0.5), "ms");
    line("answer_" + suffix + ".p99", share(answers, 0.99), "ms");
    line("finish_" + suffix, median(finishes), "ms");
    line("memory_" + suffix, memory, "MB");
    line("memory_" + suffix + ".with_definition", wholeMemory, "MB");
    if (count == 1000 && !flat) {
        line("answer.p50", share(answers, 0.5), "ms");
        line("answer.p99", share(answers, 0.99), "ms");
    }
}

void repeatGrowth() {
    const auto definition = read(bench::repeats());
    const auto plot = definition->find("/data/plot");
    std::vector<double> firstAdds, lastAdds, firstRemoves, lastRemoves;
    for (int round = 0; round < g_rounds; ++round) {
        Filling filling(definition, options());
        const NodeId data = filling.find("/data");
        NodeId last = form::kNone;
        const auto add = [&] {
            form::Changes changes;
            const auto made = filling.add(data, plot, changes);
            if (!made) std::exit(1);
            last = *made;
        };
        const auto remove = [&] {
            if (!filling.remove(last)) std::exit(1);
        };
        // Warm: the very first pays for memory that later ones reuse.
        add();
        remove();
        for (int i = 0; i < 10; ++i) {
            firstAdds.push_back(milliseconds(add));
            firstRemoves.push_back(milliseconds([&] { remove(); }));
        }
        for (int i = 0; i < 499; ++i) add();
        for (int i = 0; i < 10; ++i) {
            lastAdds.push_back(milliseconds(add));
            lastRemoves.push_back(milliseconds([&] { remove(); }));
        }
    }
    line("repeat.add.first", median(firstAdds), "ms");
    line("repeat.add.500th", median(lastAdds), "ms");
    line("repeat.remove.first", median(firstRemoves), "ms");
    line("repeat.remove.500th", median(lastRemoves), "ms");
    line("repeat.growth", std::max(median(lastAdds) / median(firstAdds), median(lastRemoves) / median(firstRemoves)),
         "ratio");
}

void choices() {
    const auto folder = std::filesystem::temp_directory_path() / "plumb-bench-choices";
    std::filesystem::create_directories(folder);
    const auto file = folder / "villages.csv";
    {
        std::ofstream out(file);
        out << "name,label,county\n";
        for (int i = 0; i < 100'000; ++i) out << "v" << i << ",Village " << i << ",c" << i % 1300 << "\n";
    }
    std::vector<double> loads, firsts, nexts;
    for (int round = 0; round < g_rounds; ++round) {
        std::unique_ptr<Filling> filling;
        loads.push_back(milliseconds([&] {
            filling =
                std::make_unique<Filling>(read(bench::largeChoice(), {{"villages.csv", file.string()}}), options());
        }));
        const NodeId county = filling->find("/data/county"), village = filling->find("/data/village");
        for (int i = 0; i < 20; ++i) {
            const double took = milliseconds([&] {
                if (!filling->set(county, "c" + std::to_string(i * 7 + 1)) || filling->choices(village).size() < 70)
                    std::exit(1);
            });
            (i == 0 ? firsts : nexts).push_back(took);
        }
    }
    line("choices_100000.load", median(loads), "ms");
    line("choices_100000.first", median(firsts), "ms");
    line("choices_100000", median(nexts), "ms");
    std::filesystem::remove_all(folder);
}

// A sheet in which each question asks for the one before: eight times as many questions cost about eight times as much.
void sheetGrowth() {
    const auto timeFor = [](int questions) {
        form::Workbook book;
        book.sheets.push_back({"survey", false, {{"type", "name", "label", "relevant"}}});
        book.sheets.push_back({"choices", false, {{"list_name", "name", "label"}, {"yn", "yes", "Yes"}}});
        auto& rows = book.sheets.front().rows;
        for (int i = 0; i < questions; ++i) {
            rows.push_back({"select_one yn", "q" + std::to_string(i), "Q",
                            i > 0 ? "${q" + std::to_string(i - 1) + "} = 'yes'" : ""});
        }
        std::vector<double> times;
        for (int round = 0; round < g_rounds; ++round) {
            times.push_back(milliseconds([&] {
                if (!form::readXlsform(book).definition) std::exit(1);
            }));
        }
        return median(times);
    };
    const double few = timeFor(375), many = timeFor(3000);
    line("sheet.375", few, "ms");
    line("sheet.3000", many, "ms");
    line("sheet.growth_8x", many / few, "ratio");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--quick") == 0) g_rounds = 3;
    items(1000, false, "1000");
    items(1000, true, "flat");
    items(3000, false, "3000");
    repeatGrowth();
    choices();
    sheetGrowth();
    return 0;
}
