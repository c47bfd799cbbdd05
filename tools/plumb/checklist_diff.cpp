#include "tools/plumb/checklist_diff.h"

#include "shared/checklist/compare/compare_documents.h"
#include "shared/checklist/load/loader.h"
#include "shared/store/durable_file.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

Result<json::object> documentOf(const std::string& file) {
    const auto content = store::readWhole(file, checklist::kMaxDocumentBytes + 1);
    if (!content) return fail(content.error());
    if (const auto loaded = checklist::loadChecklist(asText(*content)); !loaded)
        return fail(loaded.error().kind, loaded.error().code, file + ": " + loaded.error().detail);
    auto value = parseJson(asText(*content));
    if (!value) return fail(value.error());
    return std::move(value->as_object());
}

// The first of its languages.
std::string said(const json::value& label) {
    const auto* value = &label;
    if (label.is_object() && !label.get_object().empty()) value = &label.get_object().begin()->value();
    return value->is_string() ? std::string(value->get_string()) : std::string();
}

std::string shown(const json::value& value) {
    return value.is_null() ? "(none)" : value.is_string() ? std::string(value.get_string()) : toText(value);
}

// Of texts in several languages the first in which they differ.
std::string shownChange(const json::value& before, const json::value& after) {
    if (before.is_object() && after.is_object()) {
        for (const auto& [language, text] : after.get_object()) {
            const auto* was = before.get_object().if_contains(language);
            if (was != nullptr && text.is_string() && was->is_string() && *was != text)
                return std::string(language) + ": " + said(*was) + " -> " + said(text);
        }
    }
    return shown(before) + " -> " + shown(after);
}

std::string line(const checklist::DocumentChange& change) {
    using Kind = checklist::DocumentChange::Kind;
    std::string text(checklist::changeName(change.kind));
    text += "\t" + std::string(checklist::touchesName(change.touches)) + "\t";
    for (std::size_t i = 0; i < change.place.size(); ++i)
        text += (i == 0 ? "" : " / ") + change.place[i].list + " " + change.place[i].id;
    if (!change.place.empty()) {
        const auto label = said(change.place.back().label);
        if (!label.empty()) text += " (" + label + ")";
    }
    if (!change.member.empty()) text += (change.place.empty() ? "" : ": ") + change.member;
    if (change.kind == Kind::changed || change.kind == Kind::moved)
        text += ": " + shownChange(change.before, change.after);
    return text + "\n";
}

}  // namespace

int diffChecklists(const std::string& older, const std::string& newer, bool json) {
    const auto before = documentOf(older), after = documentOf(newer);
    if (!before) return report(before.error(), json);
    if (!after) return report(after.error(), json);
    json::array changes;
    std::string text;
    for (const auto& change : checklist::compareDocuments(*before, *after)) {
        changes.push_back(checklist::toJson(change));
        text += line(change);
    }
    if (text.empty()) text = "nothing differs\n";
    text.pop_back();
    return print(json::object{{"changes", std::move(changes)}}, text, json);
}

}  // namespace plumb::cli
