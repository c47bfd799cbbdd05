#include "tests/faults/kit/disk.h"

#include <algorithm>
#include <fstream>

namespace plumb::faults {
namespace fs = std::filesystem;
namespace {

Bytes contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool isShared(const std::string& path) {
    return path.ends_with("-shm");
}

std::string folderOf(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

}  // namespace

Disk::Disk(std::vector<fs::path> folders) : m_folders(std::move(folders)) {
    for (const auto& folder : m_folders) {
        m_now.folders.insert(folder.string());
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const auto path = entry.path().string();
            if (entry.is_directory()) m_now.folders.insert(path);
            if (!entry.is_regular_file() || isShared(path)) continue;
            const auto content = contentOf(path);
            m_now.files[path] = std::make_shared<File>(File{content, content, {}});
        }
    }
    m_durable = m_now;
}

Disk Disk::fresh() const {
    Disk out(*this);
    for (auto& [path, file] : out.m_now.files) file = std::make_shared<File>(*file);
    out.m_durable = out.m_now;
    return out;
}

void Disk::Names::change(const Step& step, const std::shared_ptr<File>& made) {
    switch (step.kind) {
        case Step::Kind::create:
            files[step.path] = made;
            break;
        case Step::Kind::makeFolder:
            folders.insert(step.path);
            break;
        case Step::Kind::rename:
            if (const auto from = files.find(step.path); from != files.end()) {
                files[step.to] = from->second;
                files.erase(step.path);
            } else if (made) {
                // Its old name never got to the disk, the new one did.
                files[step.to] = made;
            }
            break;
        case Step::Kind::remove:
            files.erase(step.path);
            folders.erase(step.path);
            break;
        case Step::Kind::write:
        case Step::Kind::truncate:
        case Step::Kind::sync:
        case Step::Kind::syncFolder:
            break;
    }
}

void Disk::put(Bytes& bytes, const Write& write) {
    if (write.truncates) {
        bytes.resize(write.at);
        return;
    }
    bytes.resize(std::max<std::size_t>(bytes.size(), write.at + write.bytes.size()));
    std::copy(write.bytes.begin(), write.bytes.end(), bytes.begin() + static_cast<std::ptrdiff_t>(write.at));
}

void Disk::apply(const Step& step) {
    if (isShared(step.path)) return;
    const auto known = m_now.files.find(step.path);
    auto file = known == m_now.files.end() ? nullptr : known->second;
    switch (step.kind) {
        case Step::Kind::write:
        case Step::Kind::truncate: {
            if (!file) return;  // removed while it was open
            Write write{step.kind == Step::Kind::truncate, step.at, step.bytes};
            put(file->now, write);
            file->pending.push_back(std::move(write));
            return;
        }
        case Step::Kind::sync:
            if (!file) return;
            file->durable = file->now;
            file->pending.clear();
            return;
        case Step::Kind::syncFolder:
            std::erase_if(m_pending, [&](const PendingName& pending) {
                const auto& name = pending.step;
                const bool here =
                    folderOf(name.path) == step.path || (!name.to.empty() && folderOf(name.to) == step.path);
                if (here) m_durable.change(name, pending.made);
                return here;
            });
            return;
        case Step::Kind::create:
            file = std::make_shared<File>();
            break;
        case Step::Kind::rename:
        case Step::Kind::remove:
        case Step::Kind::makeFolder:
            break;
    }
    m_now.change(step, file);
    m_pending.push_back({step, file});
}

Bytes Disk::found(const File& file, Keeps keeps, std::mt19937& random) {
    if (keeps == Keeps::all) return file.now;
    Bytes out = file.durable;
    if (keeps != Keeps::some) return out;
    for (const auto& write : file.pending) {
        if (random() % 2 == 0) continue;
        auto part = write;
        if (&write == &file.pending.back() && random() % 2 == 0) part.bytes.resize(part.bytes.size() / 2);
        put(out, part);
    }
    return out;
}

void Disk::cut(Keeps keeps, std::mt19937& random) const {
    Names names = keeps == Keeps::synced || keeps == Keeps::some ? m_durable : m_now;
    if (keeps == Keeps::some) {
        for (const auto& [step, made] : m_pending) {
            if (random() % 2 == 0) names.change(step, made);
        }
    }
    for (const auto& folder : m_folders) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms::owner_all);
    }
    std::set<std::string> roots;
    for (const auto& folder : m_folders) roots.insert(folder.string());
    const auto stands = [&](std::string folder) {
        for (; !roots.contains(folder); folder = folderOf(folder)) {
            if (!names.folders.contains(folder)) return false;
        }
        return true;
    };
    for (const auto& folder : names.folders) {
        if (stands(folder)) fs::create_directories(folder);
    }
    for (const auto& [path, file] : names.files) {
        if (!stands(folderOf(path))) continue;
        const auto content = found(*file, keeps, random);
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    }
}

}  // namespace plumb::faults
