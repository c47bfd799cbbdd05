#include "sync-server/http/calls.h"
#include "sync-server/http/handed_lines.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/router.h"
#include "sync-server/http/sequencer_link.h"

namespace plumb::server {

Response takeHandedLines(const Request& request, Services& services) {
    // A pack is handed over in parts of this many lines, too.
    const auto lines = readHanded(request.body, services.limits.batchLines);
    if (!lines) return problem(lines.error());
    // Before anything is judged: who is not the sequencer knows less than whoever hands over.
    if (!services.frontEnd->sequencing())
        return problem({ErrorKind::offline, "busy", "this front end is not the log's sequencer"});
    std::vector<Candidate> candidates(lines->size());
    services.pool.run(lines->size(), [&](std::size_t i) {
        const auto& line = (*lines)[i];
        candidates[i] =
            line.vouched ? services.stateless.validateVouched(line.text) : services.stateless.validate(line.text);
    });
    const auto outcome = services.frontEnd->takeOver(std::move(candidates));
    if (!outcome) return problem(outcome.error());
    return jsonResponse(describeHanded(*outcome));
}

Response takeHandedCall(const Request& request, Services& services) {
    std::string caller;
    auto handed = readHandedCall(request.body, caller);
    if (!handed) return problem(handed.error());
    auto found = findRoute(handed->method, handed->path);
    if (!found.route || !found.route->atSequencer)
        return problem({ErrorKind::malformed, "bad_request", "this call is not one that is handed over"});
    if (!services.frontEnd->sequencing())
        return problem({ErrorKind::offline, "busy", "this front end is not the log's sequencer"});
    handed->captures = std::move(found.captures);
    // Whose token it was the other one says; what she may do is judged here.
    if (found.route->access == Access::token) {
        auto principal = services.trust.principal(caller);
        if (!principal) return textResponse(handedResponse(problem(principal.error())), "application/octet-stream");
        handed->caller = std::move(*principal);
    }
    auto response = textResponse(handedResponse(found.route->handler(*handed, services)), "application/octet-stream");
    response.compressible = false;
    return response;
}

}  // namespace plumb::server
