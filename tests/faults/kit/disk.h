// What a machine finds on its disk after its power went. Made from the folders as they were, all of it durable, and the
// steps that were done to them since (failing_access.h); cut() writes the folders as they would be found.
//
// The model is POSIX at its strictest: a file's bytes are safe once that file was synced, a name (made, renamed,
// removed) once the folder that holds it was; nothing else is. Real file systems keep more. Not covered: folders that
// are renamed, files with two names, and a -shm of SQLite, which no start of a machine reads.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>

#include "tests/faults/failing_access/failing_access.h"

namespace plumb::faults {

enum class Keeps {
    all,     // the machine runs on, only the program died (kill -9)
    synced,  // nothing but what was synced
    names,   // all names, of files only the bytes that were synced: as if renames overtook what was written
    some,    // of what was not synced each name and each write with even odds, the last write perhaps by half
};

class Disk {
  public:
    explicit Disk(std::vector<std::filesystem::path> folders);
    // REQUIRES: no step was applied yet.
    [[nodiscard]] Disk fresh() const;

    void apply(const Step& step);
    void cut(Keeps keeps, std::mt19937& random) const;

  private:
    struct Write {
        bool truncates = false;
        std::uint64_t at = 0;
        Bytes bytes;
    };
    struct File {
        Bytes durable, now;
        std::vector<Write> pending;
    };
    struct Names {
        std::set<std::string> folders;
        std::map<std::string, std::shared_ptr<File>> files;
        void change(const Step& step, const std::shared_ptr<File>& made);
    };
    struct PendingName {
        Step step;
        std::shared_ptr<File> made;
    };
    static void put(Bytes& bytes, const Write& write);
    static Bytes found(const File& file, Keeps keeps, std::mt19937& random);

    std::vector<std::filesystem::path> m_folders;
    Names m_now, m_durable;
    std::vector<PendingName> m_pending;
};

}  // namespace plumb::faults
