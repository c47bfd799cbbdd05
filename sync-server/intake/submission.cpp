#include "sync-server/intake/submission.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/records/plain_text.h"
#include "sync-server/intake/tuning.h"

namespace plumb::server {
namespace {

constexpr std::string_view kMembers[] = {"about", "key", "words", "programme", "text", "contact", "photos"};
constexpr int kDepth = 3;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_request", std::move(why));
}

Result<std::string> textOf(const json::object& object, std::string_view name, std::size_t most) {
    const auto* value = object.if_contains(name);
    if (!value) return std::string();
    if (!value->is_string() || value->get_string().size() > most)
        return bad("\"" + std::string(name) + "\" must be a text of at most " + std::to_string(most) + " bytes");
    return std::string(value->get_string());
}

Result<std::vector<Bytes>> photosOf(const json::object& object) {
    std::vector<Bytes> out;
    const auto* value = object.if_contains("photos");
    if (!value) return out;
    if (!value->is_array() || value->get_array().size() > records::kMostComplaintPhotos)
        return bad("\"photos\" must be at most three");
    for (const auto& photo : value->get_array()) {
        auto bytes = photo.is_string() ? fromBase64(photo.get_string()) : Result<Bytes>(fail(Error{}));
        if (!bytes || bytes->empty() || bytes->size() > kMostPhotoBytes)
            return bad("each of \"photos\" must be base64 of at most " + std::to_string(kMostPhotoBytes) + " bytes");
        out.push_back(std::move(*bytes));
    }
    return out;
}

}  // namespace

Result<Submission> readSubmission(std::string_view body) {
    const auto value = parseJson(body, kDepth);
    if (!value || !value->is_object()) return bad("the body must be one JSON object");
    const auto& object = value->get_object();
    for (const auto& [name, unused] : object) {
        if (std::find(std::begin(kMembers), std::end(kMembers), std::string_view(name)) == std::end(kMembers))
            return bad("\"" + std::string(name).substr(0, 40) + "\" is no member of a complaint");
    }
    Submission out;
    const auto about = records::complaintAboutNamed(textOr(object, "about"));
    if (!about) return bad("\"about\" must be site, person, office or other");
    out.about = *about;
    const std::pair<const char*, std::pair<std::string*, std::size_t>> texts[] = {
        {"key", {&out.key, 100}},
        {"words", {&out.words, records::kMostAboutBytes}},
        {"programme", {&out.programme, 100}},
        {"text", {&out.text, records::kMostComplaintBytes}},
        {"contact", {&out.contact, records::kMostContactBytes}}};
    for (const auto& [name, to] : texts) {
        auto text = textOf(object, name, to.second);
        if (!text) return fail(text.error());
        *to.first = std::move(*text);
    }
    if (records::isBlankText(out.text)) return bad("\"text\" must say what happened");
    if (out.key.empty()) return bad("\"key\" must say whom or where the complaint is about");
    auto photos = photosOf(object);
    if (!photos) return fail(photos.error());
    out.photos = std::move(*photos);
    return out;
}

}  // namespace plumb::server
