// Complaints: what people without an account send and ask (slowed down like every open call, and by work and rates of
// their own: intake/desk.h), and the list for those who answer.
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/push.h"
#include "sync-server/intake/state.h"
#include "sync-server/query/complaints_query.h"

namespace plumb::server {
namespace {

Response closed() {
    return problem({ErrorKind::notFound, "intake_closed", "no complaints are taken here by the public page"});
}

Response unkept(Response response) {
    return std::move(response.with("Cache-Control", "no-store"));
}

Response tooMany(const Error& error) {
    return unkept(std::move(problem(error).with("Retry-After", "900")));
}

}  // namespace

Response challengeComplaint(const Request&, Services& services) {
    if (!services.intake) return closed();
    const auto challenge = services.intake->work().give();
    return unkept(jsonResponse(json::object{
        {"challenge", challenge.text}, {"bits", challenge.bits}, {"expires", formatInstant({challenge.expires, {}})}}));
}

Response describeComplainedOf(const Request& request, Services& services) {
    if (!services.intake) return closed();
    const auto kind = textOf(request, "kind"), key = textOf(request, "key");
    if (kind == "person") {
        const auto name = services.trust.personName(key);
        if (name.empty())
            return problem({ErrorKind::notFound, "about_unknown",
                            "there is nothing here by that name that one could complain of"});
        return unkept(jsonResponse(json::object{{"kind", kind}, {"key", key}, {"name", name}}));
    }
    const auto reader = services.readers.borrow();
    const auto told = describeAbout(kind, key, *reader);
    return told ? unkept(jsonResponse(*told)) : problem(told.error());
}

Response takeComplaint(const Request& request, Services& services) {
    if (!services.intake) return closed();
    const auto code = services.intake->take({request.body, request.header("plumb-work"), request.peer},
                                            [&](const std::string& line) { return pushLines({line}, services); });
    if (code) return unkept(jsonResponse(json::object{{"code", *code}}, 201));
    return code.error().code == "too_many_calls" ? tooMany(code.error()) : problem(code.error());
}

Response tellComplaint(const Request& request, Services& services) {
    if (!services.intake) return closed();
    if (!services.intake->mayAsk(request.peer))
        return tooMany({ErrorKind::refused, "too_many_calls", "too many codes were asked for; wait a little"});
    const auto body = parseJson(request.body, 2);
    if (!body || !body->is_object())
        return problem({ErrorKind::malformed, "bad_request", "the body must be {\"code\":\"…\"}"});
    const auto reader = services.readers.borrow();
    const auto told = describeByCode(textOr(body->get_object(), "code"), *reader);
    return told ? unkept(jsonResponse(*told)) : problem(told.error());
}

Response queryComplaints(const Request& request, Services& services) {
    auto question = readComplaintsQuestion(request.query);
    if (!question) return problem(question.error());
    const auto page = pageAsked(request);
    if (!page) return problem(page.error());
    question->page = *page;
    const auto reader = services.readers.borrow();
    return jsonResponse(listComplaints(*question, *request.caller, sourcesOf(services, *reader)));
}

}  // namespace plumb::server
