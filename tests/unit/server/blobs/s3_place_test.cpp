#include "sync-server/blobs/s3_place.h"

#include <catch2/catch.hpp>

#include "sync-server/blobs/file_io.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Keys {
    Keys() { writeWholeFile(file, "[default]\naws_access_key_id = AKID\r\naws_secret_access_key=a+b/c= \n", true); }
    TempFolder folder;
    std::filesystem::path file = folder.path / "keys";
    Result<S3Place> place(const std::string& files, const std::string& endpoint, const std::string& region = "r-1") {
        return s3PlaceOf({files, endpoint, region, file, {}});
    }
};

}  // namespace

TEST_CASE("a store is named by bucket, prefix and address, and its keys by a file") {
    Keys keys;
    const auto place = keys.place("s3://files/gansu/log/", "https://s3.example:9000/");
    REQUIRE(place);
    CHECK(place->bucket == "files");
    CHECK(place->prefix == "gansu/log/");
    CHECK(place->endpoint == "https://s3.example:9000");
    CHECK(place->host == "s3.example:9000");
    CHECK(place->keys.access == "AKID");
    CHECK(place->keys.secret == "a+b/c=");
    CHECK(keys.place("s3://files", "https://s3.example:443")->host == "s3.example");
    CHECK(keys.place("s3://files", "http://127.0.0.1:8080")->host == "127.0.0.1:8080");
    CHECK(keys.place("s3://files", "http://[::1]:8080"));
    CHECK(keys.place("s3://files", "http://localhost")->prefix.empty());
}

TEST_CASE("what names no store is refused with what is wrong") {
    Keys keys;
    const auto why = [&](const std::string& files, const std::string& endpoint, const std::string& region = "r-1") {
        const auto place = keys.place(files, endpoint, region);
        REQUIRE_FALSE(place);
        CHECK(place.error().code == "bad_s3");
        return place.error().detail;
    };
    const std::string good = "https://s3.example";
    CHECK_THAT(why("/var/files", good), Catch::Contains("s3://BUCKET"));
    CHECK_THAT(why("s3://", good), Catch::Contains("3 to 63"));
    CHECK_THAT(why("s3://Files", good), Catch::Contains("3 to 63"));
    CHECK_THAT(why("s3://files/../other", good), Catch::Contains("prefix"));
    CHECK_THAT(why("s3://files/a b", good), Catch::Contains("prefix"));
    CHECK_THAT(why("s3://files", ""), Catch::Contains("--s3-endpoint"));
    CHECK_THAT(why("s3://files", "ftp://s3.example"), Catch::Contains("--s3-endpoint"));
    CHECK_THAT(why("s3://files", "https://user@s3.example"), Catch::Contains("without a path or a user"));
    CHECK_THAT(why("s3://files", "https://s3.example/path"), Catch::Contains("without a path"));
    CHECK_THAT(why("s3://files", "https://s3.example:port"), Catch::Contains("port"));
    CHECK_THAT(why("s3://files", "http://s3.example"), Catch::Contains("on this machine alone"));
    CHECK_THAT(why("s3://files", "http://127.evil.example"), Catch::Contains("on this machine alone"));
    CHECK_THAT(why("s3://files", good, "r 1"), Catch::Contains("region"));
}

TEST_CASE("a file of keys that everybody can read, or that holds none, is refused; its secret is never told") {
    Keys keys;
    std::filesystem::permissions(keys.file, std::filesystem::perms(0644));
    const auto open = keys.place("s3://files", "https://s3.example");
    CHECK_THAT(open.error().detail, Catch::Contains("everybody can read") && !Catch::Contains("a+b/c="));
    std::filesystem::permissions(keys.file, std::filesystem::perms(0640));
    CHECK(keys.place("s3://files", "https://s3.example"));
    writeWholeFile(keys.file, "aws_access_key_id = AKID\n", true);
    CHECK_THAT(keys.place("s3://files", "https://s3.example").error().detail, Catch::Contains("aws_secret_access_key"));
    std::filesystem::remove(keys.file);
    CHECK_THAT(keys.place("s3://files", "https://s3.example").error().detail, Catch::Contains("not there"));
}
