// Receivers of new lines, for administrators (hooks/desk.h).
#include "shared/base/json.h"
#include "sync-server/hooks/desk.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

Response answer(const Result<json::object>& result, int status = 200) {
    return result ? jsonResponse(*result, status) : problem(result.error());
}

Result<json::object> bodyOf(const Request& request) {
    auto value = parseJson(request.body);
    if (!value || !value->is_object())
        return fail(ErrorKind::malformed, "bad_hook", "the body must be an object of JSON");
    return std::move(value->get_object());
}

}  // namespace

Response listHooks(const Request& request, Services& services) {
    return answer(services.hooks.list(*request.caller));
}

Response addHook(const Request& request, Services& services) {
    const auto body = bodyOf(request);
    return body ? answer(services.hooks.add(*request.caller, *body), 201) : problem(body.error());
}

Response showHook(const Request& request, Services& services) {
    return answer(services.hooks.show(*request.caller, request.captures.front()));
}

Response changeHook(const Request& request, Services& services) {
    const auto body = bodyOf(request);
    return body ? answer(services.hooks.act(*request.caller, request.captures.front(), *body)) : problem(body.error());
}

}  // namespace plumb::server
