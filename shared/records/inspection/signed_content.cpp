#include "shared/records/inspection/signed_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "shared/crypto/hash.h"

namespace plumb::records {
namespace {

constexpr std::array<std::string_view, 13> kMembers{"answers", "checklist", "day",   "facts", "findings", "kind", "na",
                                                    "notes",   "of",        "order", "score", "started",  "zone"};
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

bool add(std::string& out, const json::value& value);

bool addObject(std::string& out, const std::map<std::string_view, const json::value*>& members) {
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
            std::map<std::string_view, const json::value*> members;
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

// The digests that the body's drawn signatures state, in whatever place.
std::vector<std::string> statedIn(const json::object& body) {
    std::vector<std::string> out;
    const auto take = [&](const json::object& of) {
        if (const auto strokes = objectAt(of, "strokes")) out.push_back(textOr(**strokes, "content"));
    };
    const auto party = objectAt(body, "party");
    if (!party) return out;
    take(**party);
    if (const auto refused = objectAt(**party, "refused")) take(**refused);
    return out;
}

}  // namespace

Result<Sha256> signedContent(std::string_view site, const json::object& body) {
    const json::value place(site);
    std::map<std::string_view, const json::value*> members{{"site", &place}};
    for (const auto name : kMembers)
        if (const auto* value = body.if_contains(name)) members[name] = value;
    std::string text;
    if (!addObject(text, members))
        return fail(ErrorKind::malformed, "bad_payload",
                    "what was signed by hand holds a number that is not whole: its digest cannot be made");
    return crypto::sha256(text);
}

Result<void> checkDrawn(const record::Payload& payload) {
    const auto stated = statedIn(payload.body);
    if (stated.empty()) return {};
    const auto content = signedContent(payload.site, payload.body);
    if (!content) return fail(content.error());
    const bool own = std::ranges::all_of(stated, [&](const auto& one) { return one == content->hex(); });
    if (own) return {};
    return fail(ErrorKind::refused, "signature_lifted",
                "a drawn signature of \"body.party\" is over another content than this record's: it was drawn for "
                "another record, or the record changed after it");
}

}  // namespace plumb::records
