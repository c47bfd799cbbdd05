#include "shared/records/inspection/signed_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "shared/crypto/hash.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 13> kMembers{"answers", "checklist", "day",   "facts", "findings", "kind", "na",
                                                    "notes",   "of",        "order", "score", "started",  "zone"};
// A signature that was drawn in test mode is over no other record, whatever else is alike.
constexpr std::array<std::string_view, 2> kMembersOfForm2{"inspected", kTestMember};
constexpr double kMostWhole = 9'007'199'254'740'991;  // what a browser can tell from its neighbour

void addText(std::string& out, std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

// Written as 7 or as 7.0: a browser knows no difference.
std::optional<std::int64_t> wholeOf(const json::value& value) {
    if (value.is_int64() && std::abs(static_cast<double>(value.get_int64())) <= kMostWhole) return value.get_int64();
    if (!value.is_double()) return std::nullopt;
    const double number = value.get_double();
    if (std::abs(number) > kMostWhole || std::trunc(number) != number) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

using Members = std::map<std::string_view, const json::value*>;

bool add(std::string& out, const json::value& value);

bool addObject(std::string& out, const Members& members) {
    out += 'd';
    for (const auto& [name, value] : members) {
        addText(out, name);
        if (!add(out, *value)) return false;
    }
    out += 'e';
    return true;
}

bool add(std::string& out, const json::value& value) {
    switch (value.kind()) {
        case json::kind::null:
            out += 'n';
            return true;
        case json::kind::bool_:
            out += value.get_bool() ? 't' : 'f';
            return true;
        case json::kind::string: {
            const auto& text = value.get_string();
            addText(out, {text.data(), text.size()});
            return true;
        }
        case json::kind::array:
            out += 'l';
            for (const auto& one : value.get_array())
                if (!add(out, one)) return false;
            out += 'e';
            return true;
        case json::kind::object: {
            Members members;
            for (const auto& member : value.get_object())
                members[std::string_view(member.key().data(), member.key().size())] = &member.value();
            return addObject(out, members);
        }
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::double_:
            break;
    }
    const auto number = wholeOf(value);
    if (!number) return false;
    out += 'i' + std::to_string(*number) + 'e';
    return true;
}

// Of both forms. REQUIRES: `site` and `body` outlive the result.
Members membersOf(const json::value& site, const json::object& body) {
    Members members{{"site", &site}};
    for (const auto name : kMembers)
        if (const auto* value = body.if_contains(name)) members[name] = value;
    return members;
}

struct Stated {
    std::string content;
    StrokesForm form = StrokesForm::content;
};

// What the body's drawn signatures state, in whatever place.
std::vector<Stated> statedIn(const json::object& body) {
    std::vector<Stated> out;
    const auto take = [&](const json::object& of) {
        if (const auto strokes = objectAt(of, "strokes"))
            out.push_back({textOr(**strokes, "content"),
                           (*strokes)->contains("form") ? StrokesForm::withFiles : StrokesForm::content});
    };
    const auto party = objectAt(body, "party");
    if (!party) return out;
    take(**party);
    if (const auto refused = objectAt(**party, "refused")) take(**refused);
    return out;
}

// What is shown, in the order of the canonical texts.
json::value shownFiles(const std::vector<record::FileRef>& files) {
    std::map<std::string, json::array> inOrder;
    for (const auto& file : files) {
        if (std::ranges::find(kShownRoles, file.role) == kShownRoles.end()) continue;
        json::object one{{"role", file.role}, {"sha256", file.sha256.hex()}, {"type", file.type}};
        if (!file.item.empty()) one["item"] = file.item;
        if (file.of) one["of"] = file.of->hex();
        if (file.photo && !file.photo->caption.empty()) one["caption"] = file.photo->caption;
        if (file.photo && !file.photo->reason.empty()) one["reason"] = file.photo->reason;
        std::string text;
        (void)add(text, one);  // texts alone: nothing that cannot be said
        inOrder[text].push_back(std::move(one));
    }
    json::array out;
    for (auto& [text, same] : inOrder)
        for (auto& one : same) out.push_back(std::move(one));
    return out;
}

Result<Sha256> digestOf(const Members& members) {
    std::string text;
    if (!addObject(text, members))
        return fail(ErrorKind::malformed, "bad_payload",
                    "what was signed by hand holds a number that is not whole: its digest cannot be made");
    return crypto::sha256(text);
}

}  // namespace

Result<Sha256> earlierSignedContent(std::string_view site, const json::object& body) {
    const json::value place(site);
    return digestOf(membersOf(place, body));
}

Result<Sha256> signedContent(std::string_view site, const json::object& body,
                             const std::vector<record::FileRef>& files) {
    const json::value place(site), form(2), shown = shownFiles(files);
    auto members = membersOf(place, body);
    for (const auto name : kMembersOfForm2)
        if (const auto* value = body.if_contains(name)) members[name] = value;
    members["files"] = &shown;
    members["form"] = &form;
    return digestOf(members);
}

Result<Sha256> contentFor(StrokesForm form, const record::Payload& payload) {
    return form == StrokesForm::content ? earlierSignedContent(payload.site, payload.body)
                                        : signedContent(payload.site, payload.body, payload.files);
}

Result<void> checkDrawn(const record::Payload& payload) {
    for (const auto& one : statedIn(payload.body)) {
        const auto content = contentFor(one.form, payload);
        if (!content) return fail(content.error());
        if (content->hex() != one.content)
            return fail(ErrorKind::refused, "signature_lifted",
                        "a drawn signature of \"body.party\" is over another content than this record's: it was drawn "
                        "for another record, or the record changed after it");
    }
    return {};
}

}  // namespace plumb::records
