#include "sync-server/setup/certify_documents.h"

#include "shared/domain/trust_body.h"
#include "sync-server/setup/root_line.h"

namespace plumb::server {

Result<crypto::Certificate> certifyDocuments(const DataFolder& folder, const ServerConfig& config,
                                             const crypto::PrivateKey& root, Store& store,
                                             const CertifyOptions& options, const Clock& clock) {
    if (root.kid() != config.rootKid)
        return fail(ErrorKind::forbidden, "wrong_root", "this is not the root key of " + folder.path.string());
    auto authority = loadDocumentAuthority(folder);
    if (!authority) return fail(authority.error());
    Trust trust(config.rootKid);
    trust.load(store.writer().reader());
    const bool stands = *authority && authorityLine(**authority, trust);
    if (stands && !options.renew) {
        return fail(ErrorKind::conflict, "documents_certified",
                    "\"" + (*authority)->certificate.name() +
                        "\" certifies document keys here already; say --renew to put another authority in its place");
    }
    if (!*authority || stands) {
        auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
        auto certificate =
            crypto::makeAuthority(key, options.office.empty() ? config.origin : options.office, clock().utc);
        if (!certificate) return fail(certificate.error());
        authority->emplace(DocumentAuthority{std::move(key), std::move(*certificate)});
        saveDocumentAuthority(folder, **authority);
    }
    const auto& certificate = (*authority)->certificate;
    auto done = appendByRoot(folder, config, root, store, domain::kDocumentsCertified,
                             domain::toBody(domain::AuthorityBody{root.publicKey(), certificate.der()}), clock);
    if (!done) return fail(done.error());
    return certificate;
}

}  // namespace plumb::server
