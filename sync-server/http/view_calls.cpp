#include <set>

#include "shared/base/json.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/services.h"

namespace plumb::server {
namespace {

// A person who keeps more looks for none of them; a query of every filter has some 300 characters.
constexpr std::size_t kMostViews = 40, kLongestName = 120, kLongestQuery = 2'000;

Response bad(const char* why) {
    return problem({ErrorKind::malformed, "bad_views", why});
}

Response tell(const SavedViewsText& kept) {
    const auto views = parseJson(kept.text);
    return jsonResponse(json::object{{"version", kept.version},
                                     {"reviews", views && views->is_array() ? *views : json::value(json::array{})}});
}

}  // namespace

Response getSavedViews(const Request& request, Services& services) {
    return tell(services.savedViews.of(request.caller->personId));
}

Response putSavedViews(const Request& request, Services& services) {
    const auto value = parseJson(request.body);
    if (!value || !value->is_object()) return bad("the body must be an object");
    const auto& body = value->get_object();
    const auto *version = body.if_contains("version"), *views = body.if_contains("reviews");
    if (!version || !version->is_int64()) return bad("\"version\" must be that of the views which these replace");
    if (!views || !views->is_array() || views->get_array().size() > kMostViews)
        return bad("\"reviews\" must be a list of at most 40 views");
    json::array kept;
    std::set<std::string> names;
    for (const auto& one : views->get_array()) {
        const auto* view = one.if_object();
        const auto* query = view ? view->if_contains("query") : nullptr;
        const auto name = view ? textOr(*view, "name") : std::string();
        if (name.empty() || name.size() > kLongestName || !names.insert(name).second)
            return bad("each view has a \"name\" of its own, of at most 40 characters");
        if (!query || !query->is_string() || query->get_string().size() > kLongestQuery)
            return bad("each view has a \"query\" of at most 2000 bytes");
        kept.push_back(json::object{{"name", name}, {"query", *query}});
    }
    const auto text = toText(kept);
    const auto put = services.savedViews.put(request.caller->personId, version->get_int64(), text);
    return put ? tell({*put, text}) : problem(put.error());
}

}  // namespace plumb::server
