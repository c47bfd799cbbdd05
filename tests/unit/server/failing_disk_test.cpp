// The server's disk fails at one place of an upload: nothing is said to be there that a power cut would take, nothing
// is left behind that stands in the way of the next try.
#include <catch2/catch.hpp>

#include <filesystem>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/blobs/folder_holders.h"
#include "sync-server/blobs/uploads.h"
#include "tests/faults/failing_access/failing_access.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace fs = std::filesystem;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();

struct Files {
    TempFolder folder;
    FolderBlobs blobs{folder.path / "blobs"};
    FolderHolders holders{folder.path / "holders"};
    Uploads uploads{folder.path / "uploads", blobs, holders, [] { return kNow; }};
    std::string content = std::string(5000, 'x');
    UploadMeta meta{crypto::sha256(asBytes(content)), content.size(), "kid", "image/jpeg"};

    Result<UploadState> send() {
        const auto begun = uploads.create(meta, holders.holds(meta.sha256, "kid"));
        if (!begun || begun->offset == begun->length) return begun;
        auto writer = uploads.resume("kid", begun->id, begun->offset, std::nullopt);
        if (!writer) return fail(writer.error());
        if (auto done = (*writer)->append(asBytes(content).subspan(begun->offset)); !done) return fail(done.error());
        return (*writer)->finish();
    }
    bool sends() {
        try {
            return send().has_value();
        } catch (const std::exception&) {
            return false;
        }
    }
    std::size_t left() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder.path / "uploads"), fs::directory_iterator{}));
    }
};

faults::Plan planFor(const Files& files, faults::Access access, std::uint64_t nth) {
    faults::Plan plan;
    plan.folder = files.folder.path.string();
    plan.access = access;
    plan.nth = nth;
    return plan;
}

}  // namespace

TEST_CASE("whichever access of an upload fails, the next try brings the file, and nothing of the first is left") {
    for (const auto access : {faults::Access::write, faults::Access::sync, faults::Access::read, faults::Access::open,
                              faults::Access::name}) {
        std::uint64_t total = 0;
        {
            Files files;
            faults::arm(planFor(files, access, 0));
            REQUIRE(files.sends());
            total = faults::disarm().at(access);
        }
        REQUIRE(total > 0);
        for (std::uint64_t nth = 1; nth <= total; ++nth) {
            Files files;
            faults::arm(planFor(files, access, nth));
            (void)files.sends();
            faults::disarm();
            INFO(faults::nameOf(access) << " number " << nth << " of " << total);
            CHECK(files.sends());
            CHECK(files.uploads.state("kid", uploadId("kid", files.meta.sha256)).value().offset ==
                  files.content.size());
            CHECK(files.blobs.isWhole(files.meta.sha256));
            CHECK(files.left() == 0);
        }
    }
}

TEST_CASE("bytes that could not be brought to the disk are sent again") {
    Files files;
    const auto begun = files.uploads.create(files.meta, false).value();
    {
        auto writer = files.uploads.resume("kid", begun.id, 0, std::nullopt).value();
        REQUIRE(writer->append(asBytes(files.content)));
        faults::arm(planFor(files, faults::Access::sync, 1));
        CHECK_THROWS(writer->finish());
        faults::disarm();
    }
    // A second sync of the same bytes would not say that the first one lost them.
    CHECK(files.uploads.state("kid", begun.id).value().offset == 0);
}

TEST_CASE("a file whose name could not be brought to the disk is not here yet") {
    Files files;
    // The last syncs of an upload are those of the file's place.
    faults::arm(planFor(files, faults::Access::sync, 0));
    REQUIRE(files.sends());
    const auto total = faults::disarm().at(faults::Access::sync);
    Files other;
    auto plan = planFor(other, faults::Access::sync, total);
    plan.onwards = true;
    faults::arm(plan);
    CHECK_FALSE(other.sends());
    faults::disarm();
    CHECK_FALSE(other.blobs.sizeOf(other.meta.sha256));
    CHECK(other.sends());
}

TEST_CASE("an upload whose bytes were moved away and whose description stayed begins anew") {
    Files files;
    const auto begun = files.uploads.create(files.meta, false).value();
    fs::remove(files.folder.path / "uploads" / (begun.id + ".part"));
    CHECK(files.sends());
    CHECK(files.left() == 0);
}
