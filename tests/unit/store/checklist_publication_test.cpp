// A checklist goes out with all that it needs, or not at all.
#include "shared/store/checklist_publication.h"

#include <catch2/catch.hpp>
#include <map>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/model/attachments.h"
#include "shared/crypto/hash.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {

const std::string kDocument =
    R"x({"id":"v","version":"1","kind":"test","languages":["zh"],"title":"T","grades":[{"id":"g","tone":"pass","label":"G"}],"sections":[{"id":"s","title":"S","items":[{"id":"1","points":10,"text":"T","rule":{"kind":"within","of":"area","min":30},"questions":[{"id":"village","type":"select_one","file":"villages.csv","label":"V"},{"id":"area","type":"calculate","label":"A","calculation":"pulldata('areas', 'area', 'village', ${village})"}]}]}]})x";
const std::string kVillages = "name,label\ndongwan,东湾村\n", kAreas = "village,area\ndongwan,42\n";

using Files = std::map<std::string, std::string>;

AttachmentReader from(const Files& files) {
    return [files](const std::string& name) -> Result<std::optional<Bytes>> {
        const auto found = files.find(name);
        if (found == files.end()) return std::optional<Bytes>();
        const auto bytes = asBytes(found->second);
        return std::optional(Bytes(bytes.begin(), bytes.end()));
    };
}

std::string hashOf(const std::string& text) {
    return crypto::sha256(text).hex();
}

}  // namespace

TEST_CASE("a published document names each of its files by hash, and its record carries them") {
    test::Tablet tablet;
    const auto record =
        publicationOf(*tablet.store, kDocument, from({{"villages.csv", kVillages}, {"areas.csv", kAreas}}));
    REQUIRE(record);
    REQUIRE(record->files.size() == 3);
    CHECK(record->files[0].role == "checklist");
    CHECK(record->files[1].role == "attachment");
    const auto sealed = tablet.store->vault().get(record->files[0].sha256);
    REQUIRE(sealed);
    const auto read = checklist::loadChecklist(asText(*sealed));
    REQUIRE(read);
    REQUIRE((*read)->attachments.size() == 2);
    CHECK((*read)->attachments.at("villages.csv").hex() == hashOf(kVillages));
    CHECK((*read)->attachments.at("areas.csv").hex() == hashOf(kAreas));
    // Published once more as it stands it is the same document.
    const auto again =
        publicationOf(*tablet.store, asText(*sealed), from({{"villages.csv", kVillages}, {"areas.csv", kAreas}}));
    REQUIRE(again);
    CHECK(again->files[0].sha256 == record->files[0].sha256);
}

TEST_CASE("a checklist whose files lack, differ or have not their columns is not published") {
    test::Tablet tablet;
    const auto refused = [&](const std::string& document, const Files& files) {
        const auto record = publicationOf(*tablet.store, document, from(files));
        REQUIRE_FALSE(record);
        return record.error();
    };
    const auto lacking = refused(kDocument, {{"villages.csv", kVillages}});
    CHECK(lacking.code == "no_attachment");
    CHECK_THAT(lacking.detail, Catch::Contains("areas.csv"));
    CHECK_THAT(refused(kDocument, {{"villages.csv", "code,label\n1,x\n"}, {"areas.csv", kAreas}}).detail,
               Catch::Contains("has no column 'name'"));
    const auto stated = checklist::withAttachments(
        kDocument, {{"villages.csv", crypto::sha256(kVillages)}, {"areas.csv", crypto::sha256(kAreas)}});
    CHECK(refused(stated, {{"villages.csv", kVillages + "xiwan,西湾村\n"}, {"areas.csv", kAreas}}).code ==
          "attachment_differs");
}

TEST_CASE("a document that names some of its files must name all that it needs") {
    test::Tablet tablet;
    const auto half = checklist::withAttachments(kDocument, {{"villages.csv", crypto::sha256(kVillages)}});
    const auto record = publicationOf(*tablet.store, half, from({{"villages.csv", kVillages}, {"areas.csv", kAreas}}));
    REQUIRE_FALSE(record);
    CHECK(record.error().code == "bad_checklist");
    CHECK_THAT(record.error().detail, Catch::Contains("attachments: must name areas.csv"));
}
