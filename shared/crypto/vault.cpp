#include "shared/crypto/vault.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>

#include <algorithm>

#include "shared/crypto/evp.h"
#include "shared/crypto/hash.h"

namespace plumb::crypto {
namespace {

constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::size_t kSalt = 16;
constexpr std::uint8_t kWrapVersion = 1;
constexpr std::string_view kWrapIdentity = "plumb data key";
// A stored cost beyond this is damage or an attack on memory, not a choice (2^20 needs 1 GiB).
constexpr int kMaxLogN = 20;

DataKey keyOfPin(std::string_view pin, ByteView salt, int logN) {
    std::array<std::uint8_t, 32> out{};
    need(EVP_PBE_scrypt(pin.data(), pin.size(), salt.data(), salt.size(), 1ULL << logN, 8, 1, 0, out.data(),
                        out.size()) == 1 ||
             EVP_PBE_scrypt(pin.data(), pin.size(), salt.data(), salt.size(), 1ULL << logN, 8, 1, 2ULL << 30,
                            out.data(), out.size()) == 1,
         "scrypt");
    DataKey key{ByteView(out)};
    OPENSSL_cleanse(out.data(), out.size());
    return key;
}

}  // namespace

DataKey DataKey::generate() {
    return DataKey(randomBytes(32));
}
DataKey::DataKey(ByteView raw) {
    need(raw.size() == m_key.size(), "a data key has 32 bytes");
    std::copy(raw.begin(), raw.end(), m_key.begin());
}
DataKey::~DataKey() {
    OPENSSL_cleanse(m_key.data(), m_key.size());
}

Bytes DataKey::seal(ByteView plain, std::string_view identity) const {
    Bytes out = randomBytes(kNonce);
    out.resize(kNonce + plain.size() + kTag);
    CipherContext context(EVP_CIPHER_CTX_new());
    int size = 0;
    need(context && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), out.data()) == 1 &&
             EVP_EncryptUpdate(context.get(), nullptr, &size, asBytes(identity).data(),
                               static_cast<int>(identity.size())) == 1 &&
             EVP_EncryptUpdate(context.get(), out.data() + kNonce, &size, plain.data(),
                               static_cast<int>(plain.size())) == 1 &&
             EVP_EncryptFinal_ex(context.get(), out.data() + kNonce + size, &size) == 1 &&
             EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTag, out.data() + kNonce + plain.size()) == 1,
         "sealing");
    return out;
}

Result<Bytes> DataKey::open(ByteView sealed, std::string_view identity) const {
    const auto bad = [] {
        return fail(ErrorKind::badSignature, "seal_broken",
                    "what is stored here was changed, moved, or sealed under another key");
    };
    if (sealed.size() < kNonce + kTag) return bad();
    Bytes out(sealed.size() - kNonce - kTag);
    CipherContext context(EVP_CIPHER_CTX_new());
    int size = 0;
    need(context && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), sealed.data()) == 1 &&
             EVP_DecryptUpdate(context.get(), nullptr, &size, asBytes(identity).data(),
                               static_cast<int>(identity.size())) == 1 &&
             EVP_DecryptUpdate(context.get(), out.data(), &size, sealed.data() + kNonce,
                               static_cast<int>(out.size())) == 1 &&
             EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTag,
                                 const_cast<std::uint8_t*>(sealed.data() + sealed.size() - kTag)) == 1,
         "opening a seal");
    if (EVP_DecryptFinal_ex(context.get(), out.data() + size, &size) != 1) {
        ERR_clear_error();
        return bad();
    }
    return out;
}

Sha256 DataKey::pseudonym(ByteView value, std::string_view purpose) const {
    const auto hmac = [](ByteView key, ByteView text) {
        Sha256 out;
        need(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), text.data(), text.size(), out.bytes.data(),
                  nullptr) != nullptr,
             "HMAC");
        return out;
    };
    auto own = hmac(m_key, asBytes("plumb pseudonym/" + std::string(purpose)));
    const auto out = hmac(own.view(), value);
    OPENSSL_cleanse(own.bytes.data(), own.bytes.size());
    return out;
}

Bytes wrapKey(const DataKey& key, std::string_view pin, PinCost cost) {
    const Bytes salt = randomBytes(kSalt);
    Bytes out{kWrapVersion, static_cast<std::uint8_t>(cost.logN)};
    out.insert(out.end(), salt.begin(), salt.end());
    const Bytes sealed = keyOfPin(pin, salt, cost.logN).seal(key.raw(), kWrapIdentity);
    out.insert(out.end(), sealed.begin(), sealed.end());
    return out;
}

Result<DataKey> unwrapKey(ByteView wrapped, std::string_view pin) {
    if (wrapped.size() < 2 + kSalt || wrapped[0] != kWrapVersion || wrapped[1] < 10 || wrapped[1] > kMaxLogN) {
        return fail(ErrorKind::broken, "vault_broken", "the vault's key is damaged or of a newer version");
    }
    auto raw = keyOfPin(pin, wrapped.subspan(2, kSalt), wrapped[1]).open(wrapped.subspan(2 + kSalt), kWrapIdentity);
    if (!raw) return fail(ErrorKind::badSignature, "wrong_pin", "the PIN is wrong");
    DataKey key{ByteView(*raw)};
    OPENSSL_cleanse(raw->data(), raw->size());
    return key;
}

}  // namespace plumb::crypto
