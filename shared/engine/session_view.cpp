#include "shared/engine/session_view.h"

#include <algorithm>

#include "shared/checklist/score/score.h"

namespace plumb::engine {
namespace {

using checklist::Session;

// Names of attached files by what they are, in each language.
json::object mediaOf(const checklist::Media& media) {
    json::object out;
    for (const auto& [kind, name] : media) out[kind] = name.toJson();
    return out;
}

json::array choicesOf(const Session& session, const checklist::Question& question, const std::string& key) {
    json::array out;
    for (const auto& [name, label] : session.choices(key)) {
        json::object one{{"name", name}, {"label", label.toJson()}};
        const auto& all = question.choices;
        const auto found =
            std::find_if(all.begin(), all.end(), [&, &of = name](const checklist::Choice& c) { return c.name == of; });
        if (found != all.end() && !found->media.empty()) one["media"] = mediaOf(found->media);
        out.push_back(std::move(one));
    }
    return out;
}

json::object questionOf(const Session& session, const checklist::ItemRow& row, json::object out) {
    const auto state = session.question(row.key);
    const auto& questions = session.checklist().questions;
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const checklist::Question& one) { return one.id == row.question; });
    if (found == questions.end()) return out;
    out["type"] = checklist::typeName(found->type);
    out["label"] = state.label.toJson();
    if (!found->hint.empty()) out["hint"] = found->hint.toJson();
    if (!found->unit.empty()) out["unit"] = found->unit.toJson();
    if (!state.limits.empty()) out["limits"] = state.limits.toJson();
    out["value"] = state.value;
    out["required"] = state.required;
    out["readOnly"] = state.readOnly;
    if (!state.valid) out["problem"] = state.problem.toJson();
    if (state.judged != checklist::Judged::none) out["within"] = state.judged == checklist::Judged::within;
    // Choices may stand in an attached file.
    if (!found->choices.empty() || (found->form && !found->form->file.empty()))
        out["choices"] = choicesOf(session, *found, row.key);
    if (found->form && !found->form->media.empty()) out["media"] = mediaOf(found->form->media);
    if (found->multiline) out["multiline"] = true;
    return out;
}

json::object rowOf(const Session& session, const checklist::ItemRow& row) {
    using Kind = checklist::ItemRow::Kind;
    json::object out{{"key", row.key}, {"depth", row.depth}};
    switch (row.kind) {
        case Kind::question:
            out["kind"] = "question";
            return questionOf(session, row, std::move(out));
        case Kind::group:
            out["kind"] = "group";
            return questionOf(session, row, std::move(out));
        case Kind::repeat:
            out["kind"] = "repeat";
            out["instances"] = row.instances;
            out["counted"] = row.counted;
            return questionOf(session, row, std::move(out));
        case Kind::instance:
            out["kind"] = "instance";
            out["instance"] = row.instance;
            out["counted"] = row.counted;
            return out;
    }
    return out;
}

json::object itemOf(const Session& session, const checklist::Item& item) {
    const auto state = session.item(item.id);
    json::object out{{"id", item.id},
                     {"no", item.no},
                     {"text", item.text.toJson()},
                     {"verdict", checklist::verdictName(state.verdict)},
                     {"points", state.points},
                     {"max", state.max},
                     {"explanation", state.explanation.toJson()},
                     {"naForbidden", item.na == checklist::NaPolicy::forbidden},
                     {"photosNeeded", state.photosNeeded},
                     {"photos", state.photos},
                     {"key", item.key},
                     {"veto", item.veto}};
    if (!item.guidance.empty()) out["guidance"] = item.guidance.toJson();
    if (!state.naReason.empty()) out["naReason"] = state.naReason;
    if (!state.note.empty()) out["note"] = state.note;
    out["missing"] = state.missing.size();
    json::array rows;
    for (const auto& row : session.rows(item.id)) rows.push_back(rowOf(session, row));
    out["rows"] = std::move(rows);
    return out;
}

json::object sectionOf(const Session& session, const checklist::Section& section) {
    const auto state = session.section(section.id);
    json::object out{{"id", section.id},       {"title", section.title.toJson()},
                     {"depth", section.depth}, {"answered", state.answered},
                     {"total", state.total},   {"points", state.points},
                     {"max", state.max}};
    json::array items;
    for (const auto item : section.items) {
        const auto& one = session.checklist().items[item];
        if (session.item(one.id).relevant) items.push_back(itemOf(session, one));
    }
    out["items"] = std::move(items);
    return out;
}

json::object totalsOf(const Session& session) {
    const auto totals = session.totals();
    return {{"answered", totals.answered},
            {"total", totals.total},
            {"missing", totals.missing},
            {"failed", totals.failed},
            {"points", totals.points},
            {"max", totals.max},
            {"complete", totals.complete},
            {"grade", totals.grade},
            {"gradeLabel", totals.gradeLabel.toJson()},
            {"explanation", totals.explanation.toJson()},
            {"vetoes", listOf(totals.vetoes)},
            {"blocked", listOf(totals.blocked)}};
}

json::object changeOf(const checklist::Change& change) {
    return {{"questions", listOf(change.questions)},
            {"items", listOf(change.items)},
            {"sections", listOf(change.sections)},
            {"totals", change.totals}};
}

Result<checklist::Change> applied(Session& session, const json::object& request) {
    const auto of = [&](std::string_view member) { return textOr(request, member); };
    if (request.contains("set")) return session.setAnswer(of("set"), of("value"));
    if (request.contains("na")) return session.setNotApplicable(of("na"), of("reason"));
    if (request.contains("asked")) return session.clearNotApplicable(of("asked"));
    if (request.contains("note")) return session.setNote(of("note"), of("value"));
    if (request.contains("fact")) return session.setFact(of("fact"), of("value"));
    if (request.contains("add")) return session.addInstance(of("add"), of("like"));
    if (request.contains("remove")) return session.removeInstance(of("remove"));
    if (request.contains("undo")) return session.undo();
    if (request.contains("redo")) return session.redo();
    if (request.contains("files")) {
        const auto count = integerAt(request, "count");
        if (!count) return fail(count.error());
        if (*count < 0 || *count > kMostFiles)
            return fail(ErrorKind::malformed, "bad_change", "count: must be 0 to " + std::to_string(kMostFiles));
        return session.setEvidenceCount(of("files"), static_cast<int>(*count));
    }
    return fail(ErrorKind::malformed, "bad_change",
                "a change is one of set, na, asked, note, fact, files, add, remove, undo, redo");
}

}  // namespace

json::array listOf(const std::vector<std::string>& texts) {
    return json::array(texts.begin(), texts.end());
}

json::object viewOf(const Session& session) {
    json::array sections;
    for (const auto& section : session.checklist().sections) {
        if (session.section(section.id).relevant) sections.push_back(sectionOf(session, section));
    }
    json::array missing;
    for (const auto& one : session.missing())
        missing.push_back(json::object{{"item", one.item},
                                       {"question", one.question},
                                       {"what", checklist::whatName(one.what)},
                                       {"text", one.sentence.toJson()}});
    return {{"title", session.checklist().title.toJson()},
            {"languages", listOf(session.checklist().languages)},
            {"sections", std::move(sections)},
            {"totals", totalsOf(session)},
            {"missing", std::move(missing)},
            {"answers", session.answers().toJson()},
            {"toSign", session.answersToSign().toJson()},
            {"canUndo", session.canUndo()},
            {"canRedo", session.canRedo()}};
}

Result<json::object> statementOf(const Session& session) {
    const auto answers = session.answersToSign();
    const auto score = checklist::scoreAnswers(session.checklist(), answers);
    if (!score) return fail(score.error());
    json::array findings;
    for (const auto& finding : session.findings())
        findings.push_back(json::object{{"item", finding.item},
                                        {"severity", checklist::severityName(finding.severity)},
                                        {"text", finding.text.in("zh")},
                                        {"due", finding.due}});
    return json::object{{"answers", answers.toJson()},
                        {"score", checklist::toJson(*score)},
                        {"findings", std::move(findings)},
                        {"missing", session.missing().size()}};
}

Result<json::object> changeSession(Session& session, const json::object& request) {
    const auto change = applied(session, request);
    if (!change) return fail(change.error());
    return changeOf(*change);
}

}  // namespace plumb::engine
