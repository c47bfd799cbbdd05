#include "shared/store/pin_record.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "shared/crypto/hash.h"
#include "shared/store/durable_file.h"
#include "shared/store/file_descriptor.h"
#include "shared/store/owner_only.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

// A slot: five big-endian numbers of 64 bits, and the first half of their SHA-256. Slots lie a disk's block apart,
// since a cut may spoil the whole block that was written.
constexpr std::size_t kNumbers = 5, kSum = 16, kSlot = kNumbers * 8 + kSum;
constexpr std::int64_t kBlock = 4096;

struct Places {
    fs::path beside, within;
};

Places placesOf(const fs::path& folder) {
    const fs::path own = folder.has_filename() ? folder : folder.parent_path();
    return {own.parent_path().parent_path() / "attempts" / own.filename(), own / "attempts"};
}

Bytes slotOf(const PinAttempts& attempts) {
    Bytes out;
    const auto put = [&](std::uint64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
    };
    put(attempts.generation);
    put(static_cast<std::uint64_t>(attempts.failures));
    put(static_cast<std::uint64_t>(attempts.unjudged));
    put(static_cast<std::uint64_t>(attempts.notBefore.time_since_epoch().count()));
    put(static_cast<std::uint64_t>(attempts.lastUse.time_since_epoch().count()));
    const auto sum = crypto::sha256(out);
    out.insert(out.end(), sum.bytes.begin(), sum.bytes.begin() + kSum);
    return out;
}

std::optional<PinAttempts> readSlot(ByteView slot) {
    const auto numbers = slot.first(kNumbers * 8);
    const auto sum = crypto::sha256(numbers);
    if (!std::equal(sum.bytes.begin(), sum.bytes.begin() + kSum, slot.begin() + kNumbers * 8)) return std::nullopt;
    std::array<std::uint64_t, kNumbers> value{};
    for (std::size_t at = 0; at < numbers.size(); ++at) value[at / 8] = value[at / 8] << 8 | numbers[at];
    const auto time = [](std::uint64_t ms) {
        return TimePoint(std::chrono::milliseconds(static_cast<std::int64_t>(ms)));
    };
    return PinAttempts{value[0], static_cast<int>(value[1]), static_cast<int>(value[2]), time(value[3]),
                       time(value[4])};
}

// Throws where it is there and the disk does not give it: that is no count that is gone.
std::optional<PinAttempts> readPlace(const fs::path& file) {
    const auto bytes = readWhole(file, 4 * kBlock);
    if (!bytes && bytes.error().kind == ErrorKind::broken) throw std::runtime_error(bytes.error().detail);
    std::optional<PinAttempts> out;
    for (const std::size_t at : {std::size_t{0}, static_cast<std::size_t>(kBlock)}) {
        if (!bytes || bytes->size() < at + kSlot) continue;
        const auto slot = readSlot(ByteView(*bytes).subspan(at, kSlot));
        if (slot && (!out || slot->generation > out->generation)) out = slot;
    }
    return out;
}

Result<void> writePlace(const fs::path& file, const PinAttempts& attempts) {
    const Bytes slot = slotOf(attempts);
    const FileDescriptor opened(::open(file.c_str(), O_RDWR | O_CLOEXEC));
    if (!opened.isOpen() && errno != ENOENT)
        throw std::system_error(errno, std::generic_category(), "opening " + file.string());
    if (opened.isOpen()) return writeInPlace(opened.get(), slot, attempts.generation % 2 == 0 ? 0 : kBlock, file);
    makeOwnersFolder(file.parent_path());
    // Both blocks are taken now, so that no later write needs space.
    Bytes whole(2 * kBlock);
    std::copy(slot.begin(), slot.end(), whole.begin());
    std::copy(slot.begin(), slot.end(), whole.begin() + kBlock);
    return writeDurably(file, whole);
}

}  // namespace

std::optional<PinAttempts> readAttempts(const fs::path& folder) {
    const auto [besideFile, withinFile] = placesOf(folder);
    const auto beside = readPlace(besideFile), within = readPlace(withinFile);
    if (!beside || !within) return beside ? beside : within;
    return beside->generation > within->generation ? beside : within;
}

Result<void> writeAttempts(const fs::path& folder, const PinAttempts& attempts) {
    // The one beside first: in a folder that came from elsewhere it is the one that needs space, and where there is
    // none nothing was counted either.
    const auto [beside, within] = placesOf(folder);
    for (const auto& place : {beside, within}) {
        const auto done = writePlace(place, attempts);
        if (!done && done.error().kind == ErrorKind::full)
            return fail(ErrorKind::full, "pin_uncounted",
                        "there is no space left on this device to count PIN tries, so the PIN was not tried; nothing "
                        "was lost. Free some space and try again");
        if (!done) return done;
    }
    return {};
}

void forgetAttempts(const fs::path& folder) {
    std::error_code code;
    fs::remove(placesOf(folder).beside, code);
}

}  // namespace plumb::store
