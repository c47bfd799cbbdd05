#include "sync-server/blobs/folder_holders.h"

#include <algorithm>

#include "sync-server/blobs/file_io.h"

namespace plumb::server {

FolderHolders::FolderHolders(std::filesystem::path folder) : m_folder(std::move(folder)) {
    std::filesystem::create_directories(m_folder);
}

std::filesystem::path FolderHolders::pathOf(const Sha256& sha256) const {
    const std::string name = sha256.hex();
    return m_folder / name.substr(0, 2) / name;
}

std::vector<std::string> FolderHolders::read(const std::filesystem::path& path) {
    std::vector<std::string> out;
    const auto text = readWholeFile(path);
    if (!text) return out;
    for (std::size_t from = 0; from < text->size();) {
        const auto end = text->find('\n', from);
        if (end == std::string::npos) break;
        out.push_back(text->substr(from, end - from));
        from = end + 1;
    }
    return out;
}

std::vector<std::string> FolderHolders::of(const Sha256& sha256) const {
    const std::lock_guard lock(m_mutex);
    return read(pathOf(sha256));
}

void FolderHolders::add(const Sha256& sha256, const std::string& kid) {
    const std::lock_guard lock(m_mutex);
    const auto path = pathOf(sha256);
    auto kids = read(path);
    if (std::find(kids.begin(), kids.end(), kid) != kids.end()) return;
    kids.push_back(kid);
    std::string text;
    for (const auto& one : kids) text.append(one).append(1, '\n');
    makeDurableFolder(path.parent_path());
    writeWholeFile(path, text, true);
}

}  // namespace plumb::server
