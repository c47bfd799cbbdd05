#include "sync-server/pictures/small_pictures.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "sync-server/blobs/file_io.h"
#include "sync-server/pictures/make_picture.h"
#include "sync-server/pictures/tuning.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

// Of a name in the folder; none where it is not one of ours.
std::optional<Sha256> hashOf(const fs::path& file) {
    const auto hash = Sha256::fromHex(file.filename().string().substr(0, 64));
    return hash ? std::optional(*hash) : std::nullopt;
}

}  // namespace

SmallPictures::SmallPictures(const BlobStore& blobs, fs::path folder, fs::path program, Clock clock)
    : m_blobs(blobs), m_folder(std::move(folder)), m_program(std::move(program)), m_clock(std::move(clock)) {}

SmallPictures::~SmallPictures() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_called.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

fs::path SmallPictures::folderOf(const Sha256& sha256) const {
    return m_folder / sha256.hex().substr(0, 2);
}

fs::path SmallPictures::placeOf(const Asked& asked) const {
    return folderOf(asked.sha256) / (asked.sha256.hex() + "-" + std::to_string(asked.side) + ".jpg");
}

fs::path SmallPictures::noneOf(const Sha256& sha256) const {
    return folderOf(sha256) / (sha256.hex() + ".none");
}

bool SmallPictures::isHopeless(const Sha256& sha256) const {
    std::error_code ignored;
    return fs::exists(noneOf(sha256), ignored) && ageOf(noneOf(sha256)) < kNoPictureLife;
}

std::chrono::milliseconds SmallPictures::ageOf(const fs::path& file) const {
    std::error_code gone;
    const auto at = fs::last_write_time(file, gone);
    if (gone) return std::chrono::milliseconds::max();
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock().utc - std::chrono::file_clock::to_sys(at));
}

void SmallPictures::touch(const fs::path& file) const {
    std::error_code gone;
    fs::last_write_time(file, std::chrono::file_clock::from_sys(m_clock().utc), gone);
}

void SmallPictures::keep(const fs::path& file, std::string_view content) const {
    fs::create_directories(file.parent_path());
    writeWholeFile(file, content, true);
    touch(file);
}

SmallPictures::Found SmallPictures::find(const Sha256& sha256, int side) {
    const Asked asked{sha256, side};
    if (m_program.empty()) return {};
    const auto place = placeOf(asked);
    if (auto jpeg = readWholeFile(place)) {
        if (ageOf(place) > kNoPictureLife) touch(place);
        return {State::ready, std::move(*jpeg)};
    }
    if (isHopeless(sha256)) return {};
    {
        const std::lock_guard lock(m_mutex);
        if (m_broken) return {};
        if (m_queue.size() >= kMostAsked || !m_wanted.insert(asked).second) return {State::making};
        m_queue.push_back(asked);
        if (!m_thread.joinable()) m_thread = std::thread([this] { work(); });
    }
    m_called.notify_all();
    return {State::making};
}

void SmallPictures::forget(const Sha256& sha256) {
    std::error_code ignored;
    for (const int side : kPictureSides) fs::remove(placeOf({sha256, side}), ignored);
    fs::remove(noneOf(sha256), ignored);
}

void SmallPictures::work() {
    auto swept = std::chrono::steady_clock::now() - kPictureSweep;
    for (;;) {
        std::optional<Asked> next;
        {
            std::unique_lock lock(m_mutex);
            m_called.wait_until(lock, swept + kPictureSweep, [this] { return m_stopping || !m_queue.empty(); });
            if (m_stopping) return;
            if (!m_queue.empty()) {
                next = m_queue.front();
                m_queue.pop_front();
            }
        }
        try {
            if (next) make(*next);
            if (std::chrono::steady_clock::now() >= swept + kPictureSweep) {
                swept = std::chrono::steady_clock::now();
                sweep();
            }
        } catch (const std::exception& broken) {
            // A disk that is full, or files that are away: whoever asks again tries again.
            spdlog::warn("small pictures: {}", broken.what());
        }
        if (!next) continue;
        const std::lock_guard lock(m_mutex);
        m_wanted.erase(*next);
    }
}

void SmallPictures::make(const Asked& asked) {
    // Made while somebody asked for it once more.
    std::error_code ignored;
    if (fs::exists(placeOf(asked), ignored) || isHopeless(asked.sha256)) return;
    const auto original = m_blobs.open(asked.sha256);
    if (!original) return;
    const auto made = makePicture(m_program, *original, asked.side, [this] {
        const std::lock_guard lock(m_mutex);
        return m_stopping;
    });
    if (made) {
        keep(placeOf(asked), asText(*made));
    } else if (made.error().code == "no_picture") {
        keep(noneOf(asked.sha256), "");
    } else if (made.error().code == "maker_failed") {
        spdlog::error("{}; the console shows the originals", made.error().detail);
        const std::lock_guard lock(m_mutex);
        m_broken = true;
    }
    // It may have gone meanwhile: whoever removed it has removed this one before it was there.
    if (!m_blobs.sizeOf(asked.sha256)) forget(asked.sha256);
}

std::size_t SmallPictures::sweep() {
    struct Kept {
        fs::path file;
        std::chrono::milliseconds age;
        std::uint64_t size;
    };
    std::vector<Kept> kept;
    std::size_t gone = 0;
    const auto remove = [&gone](const fs::path& file) {
        std::error_code ignored;
        gone += fs::remove(file, ignored);
    };
    std::error_code none;
    for (fs::recursive_directory_iterator at(m_folder, none), end; !none && at != end; at.increment(none)) {
        std::error_code changed;
        if (!at->is_regular_file(changed)) continue;
        const auto& file = at->path();
        const auto hash = hashOf(file);
        const auto age = ageOf(file);
        const bool old = age > (file.extension() == ".none" ? kNoPictureLife : kPictureLife);
        if (!hash || old || !m_blobs.seemsThere(*hash))
            remove(file);
        else
            kept.push_back({file, age, at->file_size(changed)});
    }
    std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.age < b.age; });
    std::uint64_t bytes = 0;
    for (const auto& one : kept) {
        bytes += one.size;
        if (bytes > kMostPictureBytes) remove(one.file);
    }
    return gone;
}

}  // namespace plumb::server
