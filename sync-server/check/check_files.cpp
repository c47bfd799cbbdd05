#include "sync-server/check/check_files.h"

#include "sync-server/archive/disposed.h"
#include "sync-server/projections/files/file_uses.h"

namespace plumb::server {
namespace {

void checkFile(const NamedFile& file, const BlobStore& blobs, StoreReader* log, const CheckVoice& voice,
               CheckTotals& totals) {
    const auto size = blobs.sizeOf(file.sha256);
    // What is here all the same goes when the server starts.
    if (log && disposedFile(file.sha256, *log)) {
        ++totals.filesDisposed;
        return;
    }
    if (!size) {
        ++totals.filesMissing;
        return;
    }
    ++totals.files;
    if (blobs.isWhole(file.sha256)) return;
    ++totals.wrong;
    voice.wrong("file " + file.sha256.hex() + " (named by line " + std::to_string(file.index) + ") has " +
                std::to_string(*size) +
                " bytes and not the contents that its name stands for: the disk or somebody changed it. Move " +
                blobs.placeOf(file.sha256) +
                " away and bring it back from a backup; where there is none, the device that made it sends it again.");
}

std::uint64_t countUnnamed(StoreReader& reader, const BlobStore& blobs) {
    FileUses uses(reader);
    std::uint64_t unnamed = 0;
    blobs.each([&](const Sha256& sha256) {
        if (!uses.isNamed(sha256)) ++unnamed;
    });
    return unnamed;
}

}  // namespace

void checkFiles(StoreReader& reader, StoreReader* log, const BlobStore& blobs, const CheckVoice& voice,
                CheckTotals& totals) {
    FileUses uses(reader);
    const auto total = uses.countNamed();
    std::uint64_t done = 0;
    uses.eachNamed([&](const NamedFile& file) {
        checkFile(file, blobs, log, voice, totals);
        voice.progress("files", ++done, total);
    });
    totals.filesUnnamed = countUnnamed(reader, blobs);
}

}  // namespace plumb::server
