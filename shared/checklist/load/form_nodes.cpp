#include "shared/checklist/load/form_nodes.h"

#include <algorithm>
#include <charconv>

#include "shared/checklist/load/form_workbook.h"
#include "shared/form/xlsform/read_xlsform.h"

namespace plumb::checklist {
namespace {

// A problem without a row names paths, as a way round does: it stands at the first question among them.
FormProblem named(const Checklist& checklist, FormProblem out) {
    constexpr std::string_view kTop = "/data/";
    for (auto at = out.sentence.find(kTop); at != std::string::npos; at = out.sentence.find(kTop, at + 1)) {
        const auto path = std::string_view(out.sentence).substr(at, out.sentence.find_first_of(" ;,", at) - at);
        const auto question = checklist.questionIndex(path.substr(path.rfind('/') + 1));
        if (!question) continue;
        out.of = FormProblem::Of::question;
        out.index = *question;
        break;
    }
    return out;
}

// "survey, row 12, column relevant" → what the row speaks of, and the column.
FormProblem located(const Checklist& checklist, const FormWorkbook& written, const form::Problem& problem) {
    FormProblem out;
    out.sentence = problem.sentence + (problem.suggestion.empty() ? "" : "; " + problem.suggestion);
    const std::string& where = problem.origin;
    const auto row = where.find(", row ");
    if (row == std::string::npos) return named(checklist, std::move(out));
    std::size_t number = 0;
    std::from_chars(where.data() + row + 6, where.data() + where.size(), number);
    const auto& places = where.starts_with("choices") ? written.choices : written.survey;
    if (const auto found = places.find(number); found != places.end()) {
        out.of = found->second.of;
        out.index = found->second.index;
    }
    if (const auto column = where.find(", column "); column != std::string::npos) out.column = where.substr(column + 9);
    return out;
}

}  // namespace

bool asksForForm(const Checklist& checklist) {
    return std::ranges::any_of(checklist.questions, [](const Question& question) {
        if (question.type >= QuestionType::range) return true;
        if (std::ranges::any_of(question.choices, [](const Choice& choice) { return !choice.columns.empty(); }))
            return true;
        const FormPart* part = question.form.get();
        return part && !(part->initial.empty() && part->readOnly.empty() && part->choiceFilter.empty() &&
                         part->trigger.empty() && part->repeatCount.empty() && part->file.empty());
    });
}

BuiltForm buildForm(const Checklist& checklist, const std::map<std::string, std::string>& files) {
    const auto written = writeForm(checklist);
    form::XlsformExtra extra;
    const auto read = form::readXlsform(written.workbook, files, &extra, form::XlsformCells::exact);
    BuiltForm out;
    out.warnings = read.warnings;
    for (const auto& problem : read.problems) out.problems.push_back(located(checklist, written, problem));
    if (!read.definition) return out;
    auto nodes = std::make_shared<FormNodes>();
    nodes->definition = read.definition;
    nodes->meanings.resize(read.definition->nodes.size());
    using Kind = FormNodes::Meaning::Kind;
    const auto nodesOf = [&](const std::vector<std::size_t>& rows, Kind kind) {
        std::vector<std::uint32_t> all(rows.size(), form::kNone);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto found = extra.nodeOf.find(rows[i]);
            if (rows[i] == 0 || found == extra.nodeOf.end()) continue;
            all[i] = found->second;
            if (kind != Kind::none) nodes->meanings[found->second] = {kind, i};
        }
        return all;
    };
    nodes->questions = nodesOf(written.questionRow, Kind::question);
    nodes->sections = nodesOf(written.sectionRow, Kind::section);
    nodes->items = nodesOf(written.itemRow, Kind::item);
    nodes->fitting = nodesOf(written.fittingRow, Kind::item);
    nodes->sectionGates = nodesOf(written.sectionGateRow, Kind::none);
    nodes->itemGates = nodesOf(written.itemGateRow, Kind::none);
    nodes->facts = nodesOf(written.factRow, Kind::none);
    nodes->startGate = nodesOf({written.startGateRow}, Kind::none).front();
    out.nodes = std::move(nodes);
    return out;
}

}  // namespace plumb::checklist
