#include <catch2/catch.hpp>

#include "sync-server/http/metrics.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/router.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;

TEST_CASE("a path finds its call, with what its pattern catches") {
    const auto upload = findRoute(Method::patch, "/v1/uploads/abc");
    REQUIRE(upload.route);
    CHECK(upload.captures == std::vector<std::string>{"abc"});
    const auto tile = findRoute(Method::get, "/log/tile/0/x001/000");
    REQUIRE(tile.route);
    CHECK(tile.captures == std::vector<std::string>{"0/x001/000"});
    CHECK(findRoute(Method::get, "/v1/records").route->pattern == "/v1/records");
    CHECK(findRoute(Method::get, "/anything/else").route->pattern == "/**");
    CHECK(findRoute(Method::head, "/v1/files/abc").route->pattern == "/v1/files/*");
    CHECK(findRoute(Method::head, "/v1/uploads/abc").route->method == Method::head);
}

TEST_CASE("an unknown call is unknown, a wrong method is told the right ones") {
    CHECK_FALSE(findRoute(Method::get, "/v1/nothing").route);
    CHECK(findRoute(Method::get, "/v1/nothing").allow.empty());
    CHECK_FALSE(findRoute(Method::get, "/v1/uploads/").route);
    CHECK_FALSE(findRoute(Method::get, "/v1/uploads/a/b").route);
    const auto found = findRoute(Method::patch, "/v1/records");
    CHECK_FALSE(found.route);
    CHECK(found.allow == "POST, GET");
}

TEST_CASE("a target's query is decoded, and a broken escape is refused") {
    Request request;
    REQUIRE(readTarget("/v1/records?after=5&have=%31%30&text=a+b&empty", request));
    CHECK(request.path == "/v1/records");
    CHECK(request.query.at("have") == "10");
    CHECK(request.query.at("text") == "a b");
    CHECK(request.number("after", 0, 10).value() == 5);
    CHECK(request.number("have", 0, 9).error().code == "bad_query");
    CHECK(request.number("none", 7, 9).value() == 7);
    Request other;
    CHECK(readTarget("/x?a=%zz", other).error().code == "bad_query");
}

TEST_CASE("a problem is an RFC 9457 document with the code's own status") {
    const auto response = problem({ErrorKind::full, "disk_full", "what, where, what to do"});
    CHECK(response.status == 507);
    CHECK(response.header("content-type") == "application/problem+json");
    const auto body = parseJson(response.body).value().get_object();
    CHECK(body.at("type") == "https://plumbline.invalid/problems/disk_full");
    CHECK(body.at("status") == 507);
    CHECK(body.at("detail") == "what, where, what to do");
    // A code that the table does not know takes its kind's status.
    CHECK(problem({ErrorKind::forbidden, "some_new_code", ""}).status == 403);
}

TEST_CASE("metrics are in the Prometheus text form and name no person") {
    kit::World world;
    world.admin();
    const auto text = world.get("/metrics").body;
    CHECK_THAT(text, Catch::Contains("# TYPE plumb_log_size gauge\nplumb_log_size 2\n") &&
                         Catch::Contains("plumb_lines_total{status=\"accepted\"} 1\n"));
    CHECK_THAT(text, !Catch::Contains("administrator"));
    MetricsText metrics;
    metrics.seconds("s", "h", 1'000'042);
    CHECK_THAT(metrics.text(), Catch::Contains("\ns 1.000042\n"));
    CHECK(world.get("/healthz").status == 200);
}
