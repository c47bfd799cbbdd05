#include "shared/records/reference/checklist_publication.h"

namespace plumb::records {
namespace {

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

Result<std::vector<std::string>> textsAt(const json::object& body, const char* name) {
    std::vector<std::string> out;
    const auto* texts = body.if_contains(name);
    if (!texts) return out;
    const auto wrong = bad("\"body." + std::string(name) + "\" must be an array of texts");
    if (!texts->is_array()) return wrong;
    for (const auto& text : texts->get_array()) {
        if (!text.is_string()) return wrong;
        out.emplace_back(text.get_string());
    }
    return out;
}

}  // namespace

Result<ChecklistPublication> readChecklistPublication(const json::object& body) {
    ChecklistPublication out;
    for (const auto& [name, to] : {std::pair{"id", &out.id}, std::pair{"version", &out.version}}) {
        auto text = textAt(body, name, "body");
        if (!text) return bad(text.error().detail);
        *to = std::move(*text);
    }
    const auto sha256 = Sha256::fromHex(textOr(body, "sha256"));
    if (!sha256) return bad("\"body.sha256\" must be the hash of the checklist's document");
    out.sha256 = *sha256;
    if (const auto* title = body.if_contains("title")) {
        if (!title->is_object()) return bad("\"body.title\" must be an object of texts by language");
        out.titleZh = textOr(title->get_object(), "zh");
        out.titleEn = textOr(title->get_object(), "en", out.titleZh);
    }
    for (const auto& [name, to] : {std::pair{"programmes", &out.programmes}, std::pair{"sectors", &out.sectors}}) {
        auto texts = textsAt(body, name);
        if (!texts) return fail(texts.error());
        *to = std::move(*texts);
    }
    return out;
}

json::object toBody(const ChecklistPublication& publication) {
    json::object title{{"zh", publication.titleZh}};
    if (!publication.titleEn.empty()) title["en"] = publication.titleEn;
    json::object out{{"id", publication.id},
                     {"version", publication.version},
                     {"title", std::move(title)},
                     {"sha256", publication.sha256.hex()}};
    for (const auto& [name, texts] :
         {std::pair{"programmes", &publication.programmes}, std::pair{"sectors", &publication.sectors}}) {
        if (!texts->empty()) out[name] = json::array(texts->begin(), texts->end());
    }
    return out;
}

}  // namespace plumb::records
