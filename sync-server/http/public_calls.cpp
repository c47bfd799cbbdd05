// What the public page asks, without an account; slowed down like every open call.
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/papers/public_answer.h"
#include "sync-server/papers/public_credential.h"

namespace plumb::server {

Response verifyPublicly(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    auto answer =
        describePublicly(request.captures.front(), {*reader, services.head.get(), services.signer, services.papers});
    if (!answer) return problem(answer.error());
    (*answer)["office"] = services.issuer.office;
    (*answer)["contact"] = services.issuer.contact;
    return jsonResponse(*answer);
}

// Of the credential that somebody shows, by the thumbprint of her device's key.
Response showCredential(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto answer =
        describeCredential(request.captures.front(), {*reader, services.head.get(), services.signer, services.trust});
    return answer ? jsonResponse(*answer) : problem(answer.error());
}

Response verifyPaperPublicly(const Request& request, Services& services) {
    const auto reader = services.readers.borrow();
    const auto answer = describePaperPublicly(request.captures.front(),
                                              {*reader, services.head.get(), services.signer, services.papers});
    if (!answer) return problem(answer.error());
    return jsonResponse(*answer);
}

// Of whom the page is, before anything is asked.
Response describeIssuer(const Request&, Services& services) {
    return jsonResponse(json::object{{"office", services.issuer.office}, {"contact", services.issuer.contact}});
}

}  // namespace plumb::server
