#include "shared/crypto/certificate.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "shared/crypto/hash.h"
#include "shared/crypto/x509.h"

namespace plumb::crypto {
namespace {

using BioPtr = std::unique_ptr<BIO, Freed<BIO_free>>;

// A clock of another machine may be a little behind the one that made the certificate.
constexpr int kDaysBefore = 1;
// The authority's own key is used once in years and stays sealed; a document key lies on a machine that serves.
constexpr int kAuthorityDays = 25 * 365, kDocumentKeyDays = 5 * 365;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_certificate", std::move(why));
}

Bytes derOf(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    need(size > 0, "certificate form");
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

std::string partOf(const X509_NAME* name, int part) {
    const int at = X509_NAME_get_index_by_NID(name, part, -1);
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) return {};
    std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return out;
}

std::optional<TimePoint> timeOf(const ASN1_TIME* time) {
    const std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>> epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0, seconds = 0;
    if (!epoch || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1) return {};
    return TimePoint(std::chrono::hours(24) * days + std::chrono::seconds(seconds));
}

void extend(X509* certificate, X509* issuer, int id, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, id, value));
    need(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "certificate extension");
}

bool setName(X509* certificate, const DocumentHolder& holder) {
    auto* name = X509_get_subject_name(certificate);
    const auto add = [&](const char* field, const std::string& text) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char*>(text.data()),
                                          static_cast<int>(text.size()), -1, 0) == 1;
    };
    if (add("O", holder.office) && add("CN", holder.name) && (holder.kid.empty() || add("UID", holder.kid)))
        return true;
    ERR_clear_error();
    return false;
}

void setSerial(X509* certificate) {
    const Bytes serial = randomBytes(16);
    const Number number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    need(number && BN_clear_bit(number.get(), 127) >= 0 &&
             BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)),
         "serial number");
}

void setTimes(X509* certificate, TimePoint now, int days) {
    auto at = static_cast<time_t>(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
    need(X509_time_adj_ex(X509_getm_notBefore(certificate), -kDaysBefore, 0, &at) &&
             X509_time_adj_ex(X509_getm_notAfter(certificate), days, 0, &at),
         "certificate times");
}

Result<X509Ptr> begun(const PublicKey& key, const DocumentHolder& holder, TimePoint now, int days) {
    X509Ptr out(X509_new());
    need(out && X509_set_version(out.get(), X509_VERSION_3), "certificate");
    setSerial(out.get());
    setTimes(out.get(), now, days);
    if (holder.office.empty() || holder.name.empty() || !setName(out.get(), holder))
        return fail(ErrorKind::malformed, "bad_name",
                    "the names of office and person must have 1 to 60 characters, as certificates allow no more");
    need(X509_set_pubkey(out.get(), evpKey(key).get()), "certificate key");
    return out;
}

Result<Certificate> signedBy(X509Ptr certificate, const PrivateKey& key) {
    need(X509_sign(certificate.get(), evpKey(key).get(), EVP_sha256()) > 0, "certificate signature");
    return Certificate::fromDer(derOf(certificate.get()));
}

}  // namespace

EvpKey evpKey(const PrivateKey& key) {
    Bytes point{4};
    point.insert(point.end(), key.publicKey().raw().begin(), key.publicKey().raw().end());
    const Number scalar(BN_bin2bn(key.secret().data(), static_cast<int>(key.secret().size()), nullptr));
    std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>> build(OSSL_PARAM_BLD_new());
    need(build && scalar && OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) &&
             OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) &&
             OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_PRIV_KEY, scalar.get()),
         "key parameters");
    const std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>> params(OSSL_PARAM_BLD_to_param(build.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* out = nullptr;
    need(params && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
             EVP_PKEY_fromdata(context.get(), &out, EVP_PKEY_KEYPAIR, params.get()) == 1,
         "key from data");
    return EvpKey(out);
}

EvpKey evpKey(const PublicKey& key) {
    const auto pem = key.pem();
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    EvpKey out(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    need(out != nullptr, "public key");
    return out;
}

X509Ptr x509Of(const Certificate& certificate) {
    const auto* at = certificate.der().data();
    X509Ptr out(d2i_X509(nullptr, &at, static_cast<long>(certificate.der().size())));
    need(out != nullptr, "certificate");
    return out;
}

Result<Certificate> Certificate::fromDer(ByteView der) {
    constexpr std::size_t kMost = 1 << 16;
    const auto* at = der.data();
    const X509Ptr read(der.empty() || der.size() > kMost ? nullptr
                                                         : d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!read || at != der.data() + der.size()) {
        ERR_clear_error();
        return bad("this is no X.509 certificate in DER form");
    }
    const auto until = timeOf(X509_get0_notAfter(read.get()));
    if (!until) return bad("the certificate does not say until when it is good");
    Certificate out(Bytes(der.begin(), der.end()), sha256(der));
    const auto* subject = X509_get_subject_name(read.get());
    out.m_name = partOf(subject, NID_commonName);
    out.m_office = partOf(subject, NID_organizationName);
    out.m_holder = partOf(subject, NID_userId);
    out.m_issuer = partOf(X509_get_issuer_name(read.get()), NID_commonName);
    out.m_until = *until;
    return out;
}

Result<Certificate> Certificate::fromPem(const std::string& text) {
    const BioPtr bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    const X509Ptr read(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!read) {
        ERR_clear_error();
        return bad("this is no X.509 certificate in PEM form");
    }
    return fromDer(derOf(read.get()));
}

std::string Certificate::pem() const {
    const BioPtr bio(BIO_new(BIO_s_mem()));
    need(bio && PEM_write_bio_X509(bio.get(), x509Of(*this).get()) == 1, "certificate PEM");
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

bool Certificate::isFor(const PublicKey& key) const {
    const auto read = x509Of(*this);
    auto* own = X509_get0_pubkey(read.get());
    return own && EVP_PKEY_eq(own, evpKey(key).get()) == 1;
}

Result<Certificate> makeAuthority(const PrivateKey& key, const std::string& office, TimePoint now) {
    auto made = begun(key.publicKey(), {office, office + " CA", {}}, now, kAuthorityDays);
    if (!made) return fail(made.error());
    auto* certificate = made->get();
    need(X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) == 1, "certificate issuer");
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(certificate, certificate, NID_subject_key_identifier, "hash");
    return signedBy(std::move(*made), key);
}

Result<Certificate> certify(const PrivateKey& authorityKey, const Certificate& authority, const PublicKey& key,
                            const std::string& office, TimePoint now) {
    return certify(authorityKey, authority, key, DocumentHolder{office, office, {}}, now);
}

Result<Certificate> certify(const PrivateKey& authorityKey, const Certificate& authority, const PublicKey& key,
                            const DocumentHolder& holder, TimePoint now) {
    auto made = begun(key, holder, now, kDocumentKeyDays);
    if (!made) return fail(made.error());
    const auto issuer = x509Of(authority);
    auto* certificate = made->get();
    need(X509_set_issuer_name(certificate, X509_get_subject_name(issuer.get())) == 1, "certificate issuer");
    extend(certificate, issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate, issuer.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
    extend(certificate, issuer.get(), NID_ext_key_usage, "emailProtection,1.3.6.1.5.5.7.3.36");
    extend(certificate, issuer.get(), NID_subject_key_identifier, "hash");
    extend(certificate, issuer.get(), NID_authority_key_identifier, "keyid:always");
    return signedBy(std::move(*made), authorityKey);
}

}  // namespace plumb::crypto
