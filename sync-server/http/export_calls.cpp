#include "shared/base/encoding.h"
#include "sync-server/export/open.h"
#include "sync-server/export/stream.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

// A list on its way to a caller, who is looked up again with every piece: a key that was revoked meanwhile, or a right
// that was withdrawn, ends here.
class Sending final : public BodySource {
  public:
    Sending(Services& services, ExportRoom::Place place, std::unique_ptr<ReadSnapshot> snapshot,
            std::unique_ptr<ExportRun> run)
        : m_services(services),
          m_place(std::move(place)),
          m_stream(std::move(snapshot), std::move(run), services.exports.folder()) {}

    Result<bool> next(std::string& piece) override {
        auto& caller = m_stream.setting().caller;
        auto now = m_services.trust.principal(caller.kid);
        if (!now) return fail(now.error());
        caller = std::move(*now);
        return m_stream.next(piece);
    }

  private:
    Services& m_services;
    ExportRoom::Place m_place;
    ExportStream m_stream;
};

Response busy() {
    auto out = problem({ErrorKind::offline, "busy",
                        "as many lists as this server makes at once are on their way; try again in a moment"});
    return out.with("Retry-After", "5");
}

}  // namespace

Response exportList(const Request& request, Services& services) {
    const auto& name = request.captures.front();
    const auto ask = readExportAsk(name, request.query);
    if (!ask) return problem(ask.error());
    auto snapshot = std::make_unique<ReadSnapshot>(services.readers);
    const ExportSources sources{snapshot->reader(), services.trust,           services.exports, services.blobs,
                                services.desk,      services.signer.origin(), snapshot->size(), services.clock()};
    if (name.find('.') == std::string::npos) {
        const auto told = describeExport(*ask, *request.caller, sources);
        return told ? jsonResponse(*told) : problem(told.error());
    }
    // Without chunks nobody could tell a list that was cut from a whole one.
    if (!request.chunks)
        return problem({ErrorKind::malformed, "bad_request", "a list is sent in chunks, which HTTP/1.1 has: use that"});
    auto place = services.exports.enter();
    if (!place) return busy();
    auto opened = openExport(*ask, *request.caller, sources);
    if (!opened) return problem(opened.error());
    Response out;
    out.compressible = false;
    out.with("Content-Type", opened->mediaType)
        .with("Cache-Control", "no-store")
        .with("Content-Disposition", "attachment; filename=\"" + opened->plainName + "\"; filename*=UTF-8''" +
                                         percentEncode(opened->fileName));
    out.source = std::make_shared<Sending>(services, std::move(*place), std::move(snapshot), std::move(opened->run));
    return out;
}

}  // namespace plumb::server
