// Ratings of visits: what enterprises send without an account (slowed down like complaints: intake/rating_desk.h), and
// the figures and texts for those who read them.
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/push.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/ratings_query.h"

namespace plumb::server {
namespace {

Response closed() {
    return problem({ErrorKind::notFound, "intake_closed", "no ratings are taken here by the public page"});
}

Response unkept(Response response) {
    return std::move(response.with("Cache-Control", "no-store"));
}

Response refused(const Error& error) {
    auto out = problem(error);
    if (error.code == "too_many_calls") out.with("Retry-After", "900");
    return unkept(std::move(out));
}

}  // namespace

Response challengeRating(const Request&, Services& services) {
    if (!services.ratings) return closed();
    const auto challenge = services.ratings->work().give();
    return unkept(jsonResponse(json::object{
        {"challenge", challenge.text}, {"bits", challenge.bits}, {"expires", formatInstant({challenge.expires, {}})}}));
}

Response describeVisit(const Request& request, Services& services) {
    if (!services.ratings) return closed();
    if (!services.ratings->mayAsk(request.peer))
        return refused({ErrorKind::refused, "too_many_calls", "too many codes were asked for; wait a little"});
    const auto body = parseJson(request.body, 2);
    if (!body || !body->is_object())
        return problem({ErrorKind::malformed, "bad_request", "the body must be {\"code\":\"…\"}"});
    const auto told = services.ratings->describe(textOr(body->get_object(), "code"));
    return told ? unkept(jsonResponse(*told)) : refused(told.error());
}

Response takeRating(const Request& request, Services& services) {
    if (!services.ratings) return closed();
    const auto taken = services.ratings->take({request.body, request.header("plumb-work"), request.peer},
                                              [&](const std::string& line) { return pushLines({line}, services); });
    return taken ? unkept(jsonResponse(json::object{{"taken", true}}, 201)) : refused(taken.error());
}

Response queryRatings(const Request& request, Services& services) {
    const auto question = readRatingsQuestion(request.query);
    if (!question) return problem(question.error());
    const auto reader = services.readers.borrow();
    return jsonResponse(tellRatings(*question, *request.caller, sourcesOf(services, *reader)));
}

Response queryRatingTexts(const Request& request, Services& services) {
    const auto region = askedRegion(request.query);
    if (!region) return problem(region.error());
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    const auto reader = services.readers.borrow();
    return jsonResponse(listRatingTexts({*region, *page}, *request.caller, sourcesOf(services, *reader)));
}

}  // namespace plumb::server
