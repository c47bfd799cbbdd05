// A picture with what is shown of it, at the moment at which the disk fails or the process is killed: the draft has
// nothing of it, or all; and it can be taken in again.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "shared/store/inspection_draft.h"
#include "shared/store/judged_picture.h"
#include "tests/faults/failing_access/failing_access.h"
#include "tests/unit/picture/heic_pictures.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using faults::Access;

namespace {

JudgedPicture heic() {
    static const auto made = test::heicBytes(64, 48);
    const auto bytes = asBytes(made);
    return JudgedPicture::of(Bytes(bytes.begin(), bytes.end())).value();
}

// As the app does it: sealed, then named by the draft.
Result<void> takeIn(TabletStore& store, const std::string& draft, const JudgedPicture& picture) {
    const auto photo = sealPhoto(store, "1", picture);
    if (!photo) return fail(photo.error());
    return store.putEntries(draft, {photoEntry(*photo)});
}

// How many photos the draft names; each can be looked at, here and where no HEIC can be decoded.
std::size_t wholePhotos(TabletStore& store, const std::string& draft, const JudgedPicture& picture) {
    const auto kept = loadDraft(store, draft).value().photos;
    for (const auto& photo : kept) {
        CHECK(store.vault().get(photo.sha256).value() == picture.content());
        const auto shown = store.shownOf(photo.sha256);
        REQUIRE(shown);
        CHECK(store.vault().get(shown->sha256).value() == picture.shown());
    }
    return kept.size();
}

}  // namespace

TEST_CASE("killed at any access while a HEIC is sealed and named: the draft has nothing of it, or the whole photo") {
    const auto picture = heic();
    std::size_t killed = 0, whole = 0;
    for (const auto access : {Access::write, Access::sync, Access::name}) {
        for (std::uint64_t nth = 1;; ++nth) {
            test::Tablet tablet;
            const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value().id;
            tablet.store.reset();
            const pid_t child = fork();
            if (child == 0) {
                faults::Plan plan;
                plan.folder = tablet.folder.path.string();
                plan.access = access;
                plan.how = faults::Plan::How::kill;
                plan.nth = nth;
                faults::arm(plan);
                const auto store = TabletStore::open(tablet.folder.path, tablet.key, [&] { return tablet.now; });
                _exit(store && takeIn(**store, draft, picture) ? 0 : 1);
            }
            int status = 0;
            REQUIRE(waitpid(child, &status, 0) == child);
            tablet.reopen();
            INFO(faults::nameOf(access) << " " << nth);
            const auto there = wholePhotos(*tablet.store, draft, picture);
            if (WIFEXITED(status)) {
                CHECK(WEXITSTATUS(status) == 0);
                CHECK(there == 1);
                break;
            }
            ++killed;
            whole += there;
            REQUIRE(takeIn(*tablet.store, draft, picture));
            CHECK(wholePhotos(*tablet.store, draft, picture) == 1);
        }
    }
    CHECK(killed > 10);
    CHECK(whole < killed);
}

TEST_CASE("a disk that is full while a HEIC is sealed says so; what was answered stays, and with room it goes in") {
    const auto picture = heic();
    for (const auto access : {Access::write, Access::sync, Access::name}) {
        for (std::uint64_t nth = 1; nth < 60; ++nth) {
            test::Tablet tablet;
            const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value().id;
            REQUIRE(tablet.store->putEntries(draft, {noteEntry("1", "门没有锁")}));
            INFO(faults::nameOf(access) << " " << nth);
            faults::Plan plan;
            plan.folder = tablet.folder.path.string();
            plan.access = access;
            plan.nth = nth;
            plan.error = ENOSPC;
            plan.onwards = true;
            faults::arm(plan);
            std::string said;
            try {
                if (const auto done = takeIn(*tablet.store, draft, picture); !done) said = done.error().code;
            } catch (const std::exception& broken) {
                said = std::string("thrown: ") + broken.what();
            }
            const bool struck = faults::disarm().failed > 0;
            CHECK(struck == !said.empty());
            tablet.reopen();
            CHECK(loadDraft(*tablet.store, draft).value().answers.notes.at("1") == "门没有锁");
            CHECK(wholePhotos(*tablet.store, draft, picture) == (struck ? 0 : 1));
            REQUIRE(takeIn(*tablet.store, draft, picture));
            CHECK(wholePhotos(*tablet.store, draft, picture) == 1);
            if (!struck) break;
        }
    }
}
