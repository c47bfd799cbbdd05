#include "shared/checklist/load/loader.h"

#include <algorithm>
#include <cstdio>

#include "shared/checklist/load/build_graph.h"
#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/load/locate.h"
#include "shared/checklist/load/tuning.h"

namespace plumb::checklist {
namespace {

// "line 40, column 7: message" as parseJson writes it, taken apart again.
Problem syntaxProblem(const Error& error) {
    Problem out;
    unsigned long line = 0, column = 0;
    int used = 0;
    if (std::sscanf(error.detail.c_str(), "line %lu, column %lu: %n", &line, &column, &used) == 2 && used > 0) {
        out.line = line;
        out.column = column;
        out.sentence = error.detail.substr(static_cast<std::size_t>(used));
    } else {
        out.sentence = error.detail;
    }
    return out;
}

}  // namespace

std::string Problem::text() const {
    std::string out;
    if (line > 0) out = "line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
    if (!path.empty()) out += path + ": ";
    return out + sentence;
}

Loaded readChecklist(std::string_view jsonText, const AttachmentFinder& find) {
    if (jsonText.size() > kMaxDocumentBytes) {
        return {nullptr,
                {{"", 0, 0,
                  "a checklist has at most " + std::to_string(kMaxDocumentBytes) + " bytes, this one " +
                      std::to_string(jsonText.size())}},
                {}};
    }
    if (jsonText.starts_with("\xEF\xBB\xBF")) jsonText.remove_prefix(3);
    // The tree lives for this one reading: built in an arena, and given back at once instead of node by node.
    json::monotonic_resource arena(jsonText.size() * 2 + 1024);
    json::parse_options options;
    options.max_depth = kMostNestedJson;
    json::parser parser({}, options);
    parser.reset(&arena);
    json::error_code error;
    parser.write(jsonText.data(), jsonText.size(), error);
    if (error) {
        const auto refused = parseJson(jsonText, kMostNestedJson);  // which says where
        return {nullptr, {refused ? Problem{"", 0, 0, error.message()} : syntaxProblem(refused.error())}, {}};
    }
    const json::value parsed = parser.release();

    auto checklist = std::make_shared<Checklist>();
    ReadContext context;
    DocumentLoader(*checklist, context, find).read(parsed);
    if (context.problems.empty()) {
        const auto cycle = buildGraph(*checklist);
        std::string path;
        for (const auto& name : cycle) path.append(path.empty() ? "" : " \u2192 ").append(name);
        if (!cycle.empty()) context.add("sections", "something depends on itself: " + path);
    }
    if (context.problems.empty()) return {std::move(checklist), {}, std::move(context.warnings)};
    for (auto& problem : context.problems) {
        const auto position = locate(jsonText, problem.path);
        problem.line = position.line;
        problem.column = position.column;
    }
    std::stable_sort(context.problems.begin(), context.problems.end(), [](const Problem& a, const Problem& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return {nullptr, std::move(context.problems), {}};
}

Result<std::shared_ptr<const Checklist>> loadChecklist(std::string_view jsonText, const AttachmentFinder& find) {
    auto loaded = readChecklist(jsonText, find);
    if (loaded.checklist) return std::move(loaded.checklist);
    std::string detail;
    for (const auto& problem : loaded.problems) detail.append(detail.empty() ? "" : "\n").append(problem.text());
    const bool syntax = loaded.problems.front().path.empty() && loaded.problems.size() == 1;
    return fail(ErrorKind::malformed, syntax ? "bad_json" : "bad_checklist", std::move(detail));
}

}  // namespace plumb::checklist
