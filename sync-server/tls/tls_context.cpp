#include "sync-server/tls/tls_context.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include "sync-server/tls/tls_transport.h"

namespace plumb::server {
namespace {

std::string lastError() {
    char text[256];
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    ERR_clear_error();
    return text;
}

bool useChain(SSL_CTX* context, const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                        &BIO_free);
    bool first = true;
    while (X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        const int good =
            first ? SSL_CTX_use_certificate(context, certificate) : SSL_CTX_add1_chain_cert(context, certificate);
        X509_free(certificate);
        if (good != 1) return false;
        first = false;
    }
    ERR_clear_error();  // the end of the text is no error
    return !first;
}

bool useKey(SSL_CTX* context, const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                        &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    return key && SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1;
}

}  // namespace

Result<TlsContext> TlsContext::make(const std::string& certificatePem, const std::string& keyPem) {
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    if (!context) throw std::runtime_error("OpenSSL failed: " + lastError());
    SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    // A peer that closes without goodbye is an ordinary end; HTTP knows by its own lengths what was complete.
    SSL_CTX_set_options(context.get(), SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    static constexpr unsigned char kSessionId[] = "plumbserver";
    SSL_CTX_set_session_id_context(context.get(), kSessionId, sizeof kSessionId - 1);
    // Browsers ask for http/1.1 by ALPN; there is nothing else to choose.
    SSL_CTX_set_alpn_select_cb(
        context.get(),
        [](SSL*, const unsigned char** out, unsigned char* outSize, const unsigned char* in, unsigned inSize, void*) {
            static constexpr unsigned char kHttp[] = "\x08http/1.1";
            return SSL_select_next_proto(const_cast<unsigned char**>(out), outSize, kHttp, sizeof kHttp - 1, in,
                                         inSize) == OPENSSL_NPN_NEGOTIATED
                       ? SSL_TLSEXT_ERR_OK
                       : SSL_TLSEXT_ERR_NOACK;
        },
        nullptr);
    if (!useChain(context.get(), certificatePem))
        return fail(ErrorKind::malformed, "bad_certificate", "the TLS certificate cannot be read: " + lastError());
    if (!useKey(context.get(), keyPem))
        return fail(ErrorKind::malformed, "bad_certificate",
                    "the TLS key cannot be read, or is not the certificate's: " + lastError());
    return TlsContext(context);
}

std::unique_ptr<Transport> TlsContext::wrap(int descriptor) const {
    return makeTlsTransport(m_context.get(), descriptor);
}

}  // namespace plumb::server
