#include "sync-server/blobs/unnamed_files.h"

#include <vector>

#include "shared/base/json.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> full(const char* whose) {
    return fail(ErrorKind::refused, "unnamed_full",
                std::string("files that no line names fill the room of ") + whose +
                    "; send the lines that name them first, then their files");
}

}  // namespace

UnnamedFiles::UnnamedFiles(std::filesystem::path folder, BlobStore& blobs, Clock clock, IsNamed isNamed,
                           UnnamedLimits limits)
    : m_folder(std::move(folder)),
      m_blobs(blobs),
      m_clock(std::move(clock)),
      m_isNamed(std::move(isNamed)),
      m_limits(limits) {
    std::filesystem::create_directories(m_folder);
    for (const auto& entry : std::filesystem::directory_iterator(m_folder)) {
        const auto sha256 = Sha256::fromHex(entry.path().stem().string());
        const auto text = sha256 ? readWholeFile(entry.path()) : std::nullopt;
        const auto value = text ? parseJson(*text, 4) : Result<json::value>(fail(Error{}));
        if (!value || !value->is_object()) continue;
        const auto& object = value->get_object();
        const auto size = integerAt(object, "size"), since = integerAt(object, "since");
        if (!size || !since || *size < 0) continue;
        Note note{textOr(object, "kid"), static_cast<std::uint64_t>(*size),
                  TimePoint(std::chrono::milliseconds(*since))};
        m_bytes[note.kid] += note.size;
        m_total += note.size;
        m_notes.emplace(*sha256, std::move(note));
    }
}

void UnnamedFiles::write(const Sha256& sha256, const Note& note) const {
    writeWholeFile(
        noteOf(sha256),
        toText(json::object{{"kid", note.kid}, {"size", note.size}, {"since", note.since.time_since_epoch().count()}}),
        true);
}

std::uint64_t UnnamedFiles::bytesOf(const std::string& kid) const {
    const auto found = m_bytes.find(kid);
    return found == m_bytes.end() ? 0 : found->second;
}

void UnnamedFiles::forget(const Sha256& sha256) {
    const auto found = m_notes.find(sha256);
    if (found == m_notes.end()) return;
    m_total -= found->second.size;
    auto& bytes = m_bytes[found->second.kid];
    bytes -= found->second.size;
    if (bytes == 0) m_bytes.erase(found->second.kid);
    m_notes.erase(found);
    std::filesystem::remove(noteOf(sha256));
}

void UnnamedFiles::forgetNamed() {
    std::vector<Sha256> named;
    for (const auto& [sha256, note] : m_notes) {
        if (m_isNamed(sha256)) named.push_back(sha256);
    }
    for (const auto& sha256 : named) {
        // It may have been on its way out when the server died.
        m_blobs.putBack(sha256);
        forget(sha256);
    }
}

Result<void> UnnamedFiles::mayBegin(const std::string& kid, const Sha256& sha256, std::uint64_t size,
                                    std::uint64_t underWay, std::uint64_t allUnderWay) {
    if (m_isNamed(sha256)) return {};
    const std::lock_guard lock(m_mutex);
    const auto keyIsFull = [&] { return bytesOf(kid) + underWay + size > m_limits.perKey; };
    const auto allIsFull = [&] { return m_total + allUnderWay + size > m_limits.total; };
    // What was named since it came is counted no more; that is looked up only where it matters.
    if (keyIsFull() || allIsFull()) forgetNamed();
    if (keyIsFull()) return full("this key");
    if (allIsFull()) return full("all keys together");
    return {};
}

void UnnamedFiles::arrives(const std::string& kid, const Sha256& sha256, std::uint64_t size) {
    if (m_isNamed(sha256)) return;
    const std::lock_guard lock(m_mutex);
    const auto [at, fresh] = m_notes.try_emplace(sha256, Note{kid, size, m_clock().utc});
    if (!fresh) return;
    m_bytes[kid] += size;
    m_total += size;
    try {
        write(sha256, at->second);
    } catch (...) {
        forget(sha256);
        throw;
    }
}

void UnnamedFiles::askedFor(const Sha256& sha256) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_notes.find(sha256);
    if (found == m_notes.end()) return;
    found->second.since = m_clock().utc;
    write(sha256, found->second);
}

// A line that names the file may be committed while it goes: it is taken aside first and asked for once more.
void UnnamedFiles::remove(const Sha256& sha256) {
    if (!m_blobs.takeAside(sha256)) return;
    if (m_isNamed(sha256))
        m_blobs.putBack(sha256);
    else
        m_blobs.removeAside(sha256);
}

void UnnamedFiles::sweep() {
    const std::lock_guard lock(m_mutex);
    forgetNamed();
    std::vector<Sha256> old;
    for (const auto& [sha256, note] : m_notes) {
        if (note.since + m_limits.age <= m_clock().utc) old.push_back(sha256);
    }
    for (const auto& sha256 : old) {
        remove(sha256);
        forget(sha256);
    }
}

std::uint64_t UnnamedFiles::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_total;
}

}  // namespace plumb::server
