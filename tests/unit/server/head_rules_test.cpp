#include "sync-server/http/head_rules.h"

#include <catch2/catch.hpp>

using namespace plumb::server;

TEST_CASE("a field that goes on in the next line is refused, a body that looks so is not") {
    CHECK(checkFolding("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n\r\n"));
    CHECK_FALSE(checkFolding("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n"));
    CHECK_FALSE(checkFolding("GET / HTTP/1.1\r\nHost: x\r\n\tA: b\r\n\r\n"));
    CHECK(checkFolding("POST / HTTP/1.1\r\nHost: x\r\n\r\n\r\n body"));
}

TEST_CASE("what leaves open whose request it is or where it ends is refused") {
    const std::pair<std::string, std::string> host{"host", "x"}, length{"content-length", "3"},
        chunked{"transfer-encoding", "Chunked"};
    CHECK(checkFraming({host}, 1));
    CHECK(checkFraming({host, length}, 1));
    CHECK(checkFraming({host, chunked}, 1));
    CHECK(checkFraming({}, 0));
    CHECK_FALSE(checkFraming({}, 1));
    CHECK_FALSE(checkFraming({host, host}, 1));
    CHECK_FALSE(checkFraming({host, host}, 0));
    CHECK_FALSE(checkFraming({host, length, length}, 1));
    CHECK_FALSE(checkFraming({host, chunked, length}, 1));
    CHECK_FALSE(checkFraming({host, chunked, chunked}, 1));
    CHECK_FALSE(checkFraming({host, chunked}, 0));
    for (const char* coding : {"xchunked", "gzip, chunked", "chunked, chunked", "identity", "chunked;q=1", ""})
        CHECK_FALSE(checkFraming({host, {"transfer-encoding", coding}}, 1));
}
