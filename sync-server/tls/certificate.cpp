#include "sync-server/tls/certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::server {
namespace {

constexpr std::chrono::hours kBefore{24};
constexpr std::chrono::hours kAfter{24 * 3650};

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* value) const {
        Free(value);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free>>;

void need(bool good, const char* what) {
    if (!good) throw std::runtime_error(std::string("OpenSSL failed: ") + what);
}

std::string textOf(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

bool isAddress(const std::string& name) {
    const std::unique_ptr<ASN1_OCTET_STRING, Freed<ASN1_OCTET_STRING_free>> address(a2i_IPADDRESS(name.c_str()));
    return address != nullptr;
}

std::string subjectNames(const std::vector<std::string>& more) {
    std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
    char host[256] = {};
    if (gethostname(host, sizeof host - 1) == 0 && host[0] != '\0') names.emplace_back(host);
    names.insert(names.end(), more.begin(), more.end());
    std::string out;
    for (const auto& name : names) {
        // Commas and colons would begin another entry of the extension's text form.
        if (name.find_first_of(",\n ") != std::string::npos)
            throw std::invalid_argument("\"" + name + "\" is not a host name");
        out += (out.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    }
    return out;
}

void extend(X509* certificate, int id, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
    need(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "certificate extension");
}

void setTimes(X509* certificate, TimePoint now) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    auto at = static_cast<time_t>(seconds);
    const long before = std::chrono::seconds(kBefore).count(), after = std::chrono::seconds(kAfter).count();
    need(X509_time_adj_ex(X509_getm_notBefore(certificate), 0, -before, &at) &&
             X509_time_adj_ex(X509_getm_notAfter(certificate), 0, after, &at),
         "certificate times");
}

}  // namespace

Certificate makeCertificate(const std::vector<std::string>& names, TimePoint now) {
    const Key key(EVP_EC_gen("P-256"));
    need(key != nullptr, "P-256 key");
    const X509Ptr certificate(X509_new());
    need(certificate && X509_set_version(certificate.get(), 2), "certificate");
    const Bytes serial = crypto::randomBytes(16);
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    need(number && BN_clear_bit(number.get(), 127) >= 0 &&
             BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())),
         "serial number");
    setTimes(certificate.get(), now);
    auto* name = X509_get_subject_name(certificate.get());
    need(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("plumbserver"), -1,
                                    -1, 0),
         "certificate name");
    need(X509_set_issuer_name(certificate.get(), name) && X509_set_pubkey(certificate.get(), key.get()), "certificate");
    extend(certificate.get(), NID_subject_alt_name, subjectNames(names));
    extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate.get(), NID_key_usage, "critical,digitalSignature");
    extend(certificate.get(), NID_ext_key_usage, "serverAuth");
    need(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "certificate signature");

    const BioPtr certificateBio(BIO_new(BIO_s_mem())), keyBio(BIO_new(BIO_s_mem()));
    need(PEM_write_bio_X509(certificateBio.get(), certificate.get()) == 1, "certificate PEM");
    need(PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1, "key PEM");
    return {textOf(certificateBio.get()), textOf(keyBio.get())};
}

Result<std::string> pinOf(const std::string& certificatePem) {
    const BioPtr bio(BIO_new_mem_buf(certificatePem.data(), static_cast<int>(certificatePem.size())));
    const X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate) return fail(ErrorKind::malformed, "bad_certificate", "this is not a certificate in PEM form");
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    need(size > 0, "public key");
    const auto hash = crypto::sha256(ByteView(der, static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return toBase64Url(hash.view());
}

}  // namespace plumb::server
