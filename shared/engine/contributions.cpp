#include "shared/engine/contributions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/session/item_merge.h"
#include "shared/engine/session_view.h"

namespace plumb::engine {
namespace {

using checklist::Answers;
using checklist::Checklist;
using checklist::ItemMerge;

// A file of an item: photos ("evidence") and documents. Whatever else a caller keeps of it goes along.
struct File {
    std::string role, sha256;
    json::object whole;
    friend bool operator<(const File& a, const File& b) {
        return std::tie(a.role, a.sha256) < std::tie(b.role, b.sha256);
    }
};

struct Content {
    std::map<std::string, std::string> answers;
    std::string na, note;
    std::vector<File> files;

    [[nodiscard]] bool blank() const { return answers.empty() && na.empty() && note.empty() && files.empty(); }
};
using Items = std::map<std::string, Content>;

json::object toJson(const Content& content, bool wholeFiles) {
    json::object out;
    if (!content.answers.empty()) {
        json::object answers;
        for (const auto& [question, value] : content.answers) answers[question] = value;
        out["answers"] = std::move(answers);
    }
    if (!content.na.empty()) out["na"] = content.na;
    if (!content.note.empty()) out["note"] = content.note;
    if (content.files.empty()) return out;
    json::array files;
    for (const auto& file : content.files)
        files.push_back(wholeFiles ? file.whole : json::object{{"role", file.role}, {"sha256", file.sha256}});
    out["files"] = std::move(files);
    return out;
}

// Two contents are the same where their texts are.
std::string textOf(const Content& content) {
    return toText(toJson(content, false));
}

// "" where this version of the checklist has no such question.
std::string itemOf(const Checklist& checklist, const std::string& question) {
    const auto key = checklist::parseKey(checklist, question);
    return key ? checklist.items[checklist.questions[key->question].item].id : std::string();
}

Result<std::vector<File>> filesAt(const json::object& object, const std::string& path) {
    std::vector<File> out;
    const auto* files = object.if_contains("files");
    if (files == nullptr) return out;
    const auto bad = [&](const char* why) { return fail(ErrorKind::malformed, "bad_member", path + "files: " + why); };
    if (!files->is_array()) return bad("must be a list");
    for (const auto& file : files->get_array()) {
        if (!file.is_object()) return bad("must hold objects");
        File one{textOr(file.get_object(), "role"), textOr(file.get_object(), "sha256"), file.get_object()};
        if (one.role.empty() || one.sha256.empty()) return bad("\"role\" and \"sha256\" must be texts");
        out.push_back(std::move(one));
    }
    return out;
}

Items itemsOf(const Checklist& checklist, const Answers& answers, std::vector<File> files) {
    Items out;
    for (const auto& [question, value] : answers.values) {
        const auto item = itemOf(checklist, question);
        if (!item.empty() && !value.empty()) out[item].answers[question] = value;
    }
    for (const auto& [item, reason] : answers.na) out[item].na = reason;
    for (const auto& [item, note] : answers.notes) out[item].note = note;
    for (auto& file : files) out[textOr(file.whole, "item")].files.push_back(std::move(file));
    for (auto& [item, content] : out) std::sort(content.files.begin(), content.files.end());
    return out;
}

// What was contributed to an item, as far as this version knows its questions. Files that answers name are part of
// those.
Result<Content> contentAt(const Checklist& checklist, const std::string& item, const json::object& object) {
    auto files = filesAt(object, item + ".");
    if (!files) return fail(files.error());
    Content out{{}, textOr(object, "na"), textOr(object, "note"), {}};
    std::string named;
    if (object.contains("answers")) {
        const auto answers = objectAt(object, "answers", item);
        if (!answers) return fail(answers.error());
        for (const auto& [question, value] : **answers) {
            if (!value.is_string() || value.get_string().empty() || itemOf(checklist, std::string(question)) != item)
                continue;
            out.answers[std::string(question)] = std::string(value.get_string());
            named += std::string(value.get_string()) + ' ';
        }
    }
    for (auto& file : *files) {
        if (named.find(file.sha256) == std::string::npos) out.files.push_back(std::move(file));
    }
    std::sort(out.files.begin(), out.files.end());
    return out;
}

Result<Items> contentsAt(const Checklist& checklist, const json::object& request, std::string_view member) {
    Items out;
    if (!request.contains(member)) return out;
    const auto all = objectAt(request, member);
    if (!all) return fail(all.error());
    for (const auto& [name, value] : **all) {
        const std::string item(name);
        if (!value.is_object()) return fail(ErrorKind::malformed, "bad_member", item + ": must be an object");
        if (!checklist.itemIndex(item)) continue;  // of another version
        auto content = contentAt(checklist, item, value.get_object());
        if (!content) return fail(content.error());
        out[item] = std::move(*content);
    }
    return out;
}

json::object contentsJson(const Items& items, bool wholeFiles) {
    json::object out;
    for (const auto& [item, content] : items) out[item] = toJson(content, wholeFiles);
    return out;
}

Content contentOr(const Items& items, const std::string& item) {
    const auto found = items.find(item);
    return found == items.end() ? Content{} : found->second;
}

// The draft with other items: everything that belongs to no item of this version stays as it is.
void replace(const Checklist& checklist, Answers& answers, const std::string& item, const Content& by) {
    std::erase_if(answers.values, [&](const auto& one) { return itemOf(checklist, one.first) == item; });
    for (const auto& [question, value] : by.answers) answers.values[question] = value;
    answers.na.erase(item);
    answers.notes.erase(item);
    if (!by.na.empty()) answers.na[item] = by.na;
    if (!by.note.empty()) answers.notes[item] = by.note;
}

}  // namespace

Result<json::object> mergeContributions(const Checklist& checklist, const json::object& request) {
    const auto said = objectAt(request, "answers");
    if (!said) return fail(said.error());
    auto answers = Answers::fromJson(**said);
    if (!answers) return fail(answers.error());
    auto files = filesAt(request, "");
    if (!files) return fail(files.error());
    auto base = contentsAt(checklist, request, "base");
    if (!base) return fail(base.error());
    const auto theirs = contentsAt(checklist, request, "theirs");
    if (!theirs) return fail(theirs.error());
    json::object settled;
    if (request.contains("settled")) {
        const auto chosen = objectAt(request, "settled");
        if (!chosen) return fail(chosen.error());
        settled = **chosen;
    }

    auto mine = itemsOf(checklist, *answers, std::move(*files));
    std::vector<std::string> taken, divergent;
    for (const auto& [item, content] : *theirs) {
        const auto merged =
            checklist::mergeItem(textOf(contentOr(*base, item)), textOf(contentOr(mine, item)), textOf(content));
        if (merged == ItemMerge::stands) continue;
        const auto choice = textOr(settled, item);
        if (merged == ItemMerge::divergent && choice != "mine" && choice != "theirs") {
            divergent.push_back(item);
            continue;
        }
        (*base)[item] = content;
        if (merged == ItemMerge::agreed || (merged == ItemMerge::divergent && choice == "mine")) continue;
        replace(checklist, *answers, item, content);
        mine[item] = content;
        taken.push_back(item);
    }
    Items changed;
    for (const auto& item : checklist.items) {
        if (std::find(divergent.begin(), divergent.end(), item.id) != divergent.end()) continue;
        const auto now = contentOr(mine, item.id);
        if (textOf(now) != textOf(contentOr(*base, item.id))) changed[item.id] = now;
    }
    json::array left;
    for (const auto& [item, content] : mine) {
        for (const auto& file : content.files) {
            auto whole = file.whole;
            whole["item"] = item;
            left.push_back(std::move(whole));
        }
    }
    return json::object{{"answers", answers->toJson()},       {"files", std::move(left)},
                        {"base", contentsJson(*base, false)}, {"taken", listOf(taken)},
                        {"divergent", listOf(divergent)},     {"changed", contentsJson(changed, true)}};
}

}  // namespace plumb::engine
