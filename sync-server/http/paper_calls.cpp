// Papers that the server makes of its own lines, for whoever may read them: the bytes that plumb print makes.
#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/papers/log_papers.h"

namespace plumb::server {
namespace {

constexpr std::string_view kSuffix = ".pdf";
constexpr std::string_view kAllPapers = "all";  // bound as one document

Response busy() {
    auto out = problem({ErrorKind::offline, "busy",
                        "as many papers as this server makes at once are being made; try again in a moment"});
    return out.with("Retry-After", "2");
}

}  // namespace

Response getPaper(const Request& request, Services& services) {
    const std::string_view asked = request.captures.at(1);
    if (!asked.ends_with(kSuffix)) return problem({ErrorKind::notFound, "no_paper", "a paper's address ends in .pdf"});
    document::PaperOrder order;
    order.record = request.captures.front();
    if (const auto paper = asked.substr(0, asked.size() - kSuffix.size()); paper != kAllPapers)
        order.papers.emplace_back(paper);
    if (const auto language = request.query.find("language"); language != request.query.end())
        order.language = language->second;
    if (order.language != "zh" && order.language != "en")
        return problem({ErrorKind::malformed, "bad_query", "\"language\" must be zh or en"});
    order.office = services.issuer.office;
    order.page = {services.issuer.publicPage(), services.signer.verifierKey()};

    const PaperRoom::Place place(services.papers);
    if (!place.taken()) return busy();
    const auto reader = services.readers.borrow();
    LogPapers source(*reader, services.trust, services.head.get(), services.papers, *request.caller);
    auto pdf = document::printRecord(source, order);
    if (!pdf) return problem(pdf.error());
    const auto tag = "\"" + crypto::sha256(pdf->content).hex() + "\"";
    Response response;
    response.compressible = false;
    response.with("ETag", tag).with("Cache-Control", "private, no-cache");
    if (request.header("if-none-match") == tag) {
        response.status = 304;
        return response;
    }
    // The plain name for those who know no other, title and number as people call it (RFC 8187).
    response.with("Content-Type", "application/pdf")
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Disposition", "inline; filename=\"" + std::string(asked) + "\"; filename*=UTF-8''" +
                                         percentEncode(pdf->title + ".pdf"));
    response.body = std::move(pdf->content);
    return response;
}

}  // namespace plumb::server
