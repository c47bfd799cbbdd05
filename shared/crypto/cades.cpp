#include "shared/crypto/cades.h"

#include <openssl/cms.h>
#include <openssl/ecdsa.h>
#include <openssl/x509_vfy.h>

#include <algorithm>

#include "shared/crypto/x509.h"

namespace plumb::crypto {
namespace {

using CmsPtr = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;

template <class T, class Write>
Bytes derOf(T* value, Write write) {
    unsigned char* der = nullptr;
    const int size = write(value, &der);
    need(size > 0, "DER");
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

Bytes ecdsaDer(ByteView raw) {
    const std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> signature(ECDSA_SIG_new());
    const auto half = static_cast<int>(raw.size() / 2);
    Number r(BN_bin2bn(raw.data(), half, nullptr)), s(BN_bin2bn(raw.data() + half, half, nullptr));
    need(signature && r && s && ECDSA_SIG_set0(signature.get(), r.release(), s.release()) == 1, "signature numbers");
    return derOf(signature.get(), i2d_ECDSA_SIG);
}

// What is signed: the attributes as a SET OF in DER, so in the order of their bytes (RFC 5652, 5.4).
Bytes attributesToSign(const CMS_SignerInfo* signer) {
    std::vector<Bytes> each;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        each.push_back(derOf(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    std::sort(each.begin(), each.end());
    int size = 0;
    for (const auto& one : each) size += static_cast<int>(one.size());
    Bytes out(static_cast<std::size_t>(ASN1_object_size(1, size, V_ASN1_SET)));
    unsigned char* at = out.data();
    ASN1_put_object(&at, 1, size, V_ASN1_SET, V_ASN1_UNIVERSAL);
    for (const auto& one : each) at = std::copy(one.begin(), one.end(), at);
    return out;
}

// CMS_final() would do it, and add a signing-time that PAdES forbids.
void signAttributes(CMS_SignerInfo* signer, const PrivateKey& key, const Sha256& content) {
    need(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) ==
                 1 &&
             CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, content.bytes.data(),
                                         static_cast<int>(content.bytes.size())) == 1,
         "signed attributes");
    const auto signature = ecdsaDer(key.sign(attributesToSign(signer)));
    need(ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.data(), static_cast<int>(signature.size())) ==
             1,
         "signature");
}

CmsPtr readCms(ByteView text) {
    const auto* at = text.data();
    CmsPtr out(text.empty() ? nullptr : d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(text.size())));
    ERR_clear_error();
    if (!out || OBJ_obj2nid(CMS_get0_type(out.get())) != NID_pkcs7_signed) return nullptr;
    if (std::any_of(at, text.data() + text.size(), [](unsigned char byte) { return byte != 0; })) return nullptr;
    const auto* signers = CMS_get0_SignerInfos(out.get());
    return signers && sk_CMS_SignerInfo_num(signers) == 1 ? std::move(out) : nullptr;
}

StorePtr trusting(const std::vector<Certificate>& authorities, TimePoint at) {
    StorePtr out(X509_STORE_new());
    need(out != nullptr, "certificate store");
    for (const auto& authority : authorities)
        need(X509_STORE_add_cert(out.get(), x509Of(authority).get()) == 1, "certificate store");
    auto* wanted = X509_STORE_get0_param(out.get());
    X509_VERIFY_PARAM_set_time(
        wanted, static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count()));
    need(X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_X509_STRICT) == 1, "certificate rules");
    return out;
}

std::string lastReason() {
    const auto code = ERR_peek_last_error();
    const char* reason = code ? ERR_reason_error_string(code) : nullptr;
    const char* more = nullptr;
    int flags = 0;
    ERR_peek_last_error_data(&more, &flags);
    std::string out = reason ? reason : "no reason given";
    if (more && (flags & ERR_TXT_STRING) != 0 && *more != '\0') out += std::string(" (") + more + ")";
    ERR_clear_error();
    return out;
}

// The signer's own certificate, which the signature carries with it.
X509* signerOf(CMS_ContentInfo* cms) {
    auto* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
    if (CMS_set1_signers_certs(cms, nullptr, 0) != 1) return nullptr;
    X509* out = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &out, nullptr, nullptr);
    return out;
}

bool isOurKind(const X509* certificate) {
    const auto* key = X509_get0_pubkey(certificate);
    return key && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC;
}

}  // namespace

Bytes signCades(const PrivateKey& key, const Certificate& certificate, const std::vector<Certificate>& chain,
                const Sha256& content) {
    constexpr unsigned kFlags = CMS_DETACHED | CMS_PARTIAL | CMS_BINARY | CMS_NOSMIMECAP;
    const CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    need(cms != nullptr, "CMS");
    auto* signer =
        CMS_add1_signer(cms.get(), x509Of(certificate).get(), evpKey(key).get(), EVP_sha256(), kFlags | CMS_CADES);
    need(signer != nullptr, "CMS signer");
    for (const auto& further : chain) need(CMS_add1_cert(cms.get(), x509Of(further).get()) == 1, "CMS certificate");
    signAttributes(signer, key, content);
    return derOf(cms.get(), i2d_CMS_ContentInfo);
}

Result<Certificate> verifyCades(ByteView text, ByteView content, const std::vector<Certificate>& authorities,
                                TimePoint at) {
    const auto cms = readCms(text);
    if (!cms) return fail(ErrorKind::malformed, "cms_malformed", "this is no CMS signature by one signer");
    auto* read = signerOf(cms.get());
    if (!read || !isOurKind(read)) {
        ERR_clear_error();
        return fail(ErrorKind::malformed, "cms_malformed", "the signature does not bring its signer's certificate");
    }
    auto signer = Certificate::fromDer(derOf(read, i2d_X509));
    if (!signer) return signer;
    const BioPtr data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    const auto store = trusting(authorities, at);
    ERR_clear_error();
    if (CMS_verify(cms.get(), nullptr, store.get(), data.get(), nullptr, CMS_BINARY | CMS_DETACHED | CMS_CADES) == 1)
        return signer;
    const bool untrusted = ERR_GET_REASON(ERR_peek_last_error()) == CMS_R_CERTIFICATE_VERIFY_ERROR;
    const auto reason = lastReason();
    if (untrusted)
        return fail(ErrorKind::badSignature, "cms_untrusted",
                    "no authority that is trusted here certified this signer for that time: " + reason);
    return fail(ErrorKind::badSignature, "cms_broken",
                "the signature is not by its signer over this content: " + reason);
}

}  // namespace plumb::crypto
