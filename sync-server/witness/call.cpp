#include "sync-server/witness/call.h"

#include "sync-server/outgoing/post.h"
#include "sync-server/witness/tuning.h"

namespace plumb::server {

Result<WitnessAnswer> CurlWitnessCall::post(const std::string& url, const std::string& body) {
    OutgoingPost asked{url, body, {"Content-Type: text/plain; charset=utf-8"}, "https,http", m_authorities};
    asked.connect = kWitnessConnect;
    asked.deadline = kWitnessDeadline;
    asked.mostHeaders = asked.mostBody = kMostWitnessAnswer;
    auto answer = postOut(asked, m_cancelled);
    if (answer) return WitnessAnswer{answer->status, std::move(answer->type), std::move(answer->body)};
    if (answer.error().code == "answer_too_large")
        return fail(ErrorKind::tooLarge, "answer_too_large", "it answers with more than a witness has to say");
    return fail(ErrorKind::offline, "witness_unreachable", "it could not be called: " + answer.error().detail);
}

}  // namespace plumb::server
