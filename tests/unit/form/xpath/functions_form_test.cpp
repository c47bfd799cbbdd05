// Functions at the nodes of a filled form: which repeats a path leads to, depending on what asks.
#include <catch2/catch.hpp>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/read_xform.h"

using namespace plumb;
using namespace plumb::form;

namespace {

const char* const kForm = R"x(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Plots</h:title><model>
<instance><data id="plots" version="7"><wanted/><plot><size/><other/><previous/>
<tree><height/></tree></plot><day/><spot/><moment/></data></instance>
<bind nodeset="/data/wanted" type="int"/>
<bind nodeset="/data/plot/size" type="decimal"/>
<bind nodeset="/data/plot/other" type="decimal"/>
<bind nodeset="/data/plot/previous" calculate="indexed-repeat(/data/plot/size, /data/plot, position(..) - 1)"/>
<bind nodeset="/data/plot/tree/height" type="int"/>
<bind nodeset="/data/day" type="date"/><bind nodeset="/data/spot" type="geopoint"/>
<bind nodeset="/data/moment" type="dateTime"/>
</model></h:head><h:body><input ref="/data/wanted"/><group ref="/data/plot"><repeat nodeset="/data/plot">
<input ref="/data/plot/size"/><input ref="/data/plot/other"/>
<group ref="/data/plot/tree"><repeat nodeset="/data/plot/tree"><input ref="/data/plot/tree/height"/></repeat></group>
</repeat></group><input ref="/data/day"/><input ref="/data/spot"/><input ref="/data/moment"/></h:body></h:html>)x";

// Three plots of sizes 3, (blank), 10; the others 7, 8, 9; two trees in each: 11 12, 21 22, 31 32.
struct Plots {
    Filling form;

    Plots() : form(readXform(kForm).definition, options()) {
        const auto data = form.find("/data");
        const auto plot = form.definition().find("/data/plot"), tree = form.definition().find("/data/plot/tree");
        const char* const sizes[] = {"3", "", "10"};
        for (int i = 1; i <= 3; ++i) {
            const auto path = "/data/plot[" + std::to_string(i) + "]";
            Changes changes;
            if (i > 1) REQUIRE(form.add(data, plot, changes));
            REQUIRE(form.add(form.find(path), tree, changes));
            set(path + "/size", sizes[i - 1]);
            set(path + "/other", std::to_string(6 + i));
            for (int k = 1; k <= 2; ++k)
                set(path + "/tree[" + std::to_string(k) + "]/height", std::to_string(10 * i + k));
        }
    }
    static FillingOptions options() {
        FillingOptions options;
        options.clock = [now = parseInstant("2026-11-22T08:15:30.123+09:00").value()] { return now; };
        options.seed = 5;
        return options;
    }
    void set(const std::string& path, const std::string& text) {
        INFO(path);
        REQUIRE(form.set(form.find(path), text));
    }
    std::string at(const std::string& path, const std::string& expression) {
        const auto node = form.find(path);
        REQUIRE(node != kNone);
        const auto result = form.evaluate(expression, node);
        return result ? *result : "error: " + result.error().detail;
    }
};

}  // namespace

TEST_CASE("a total inside a repeat is of all repeats, other functions look at their own") {
    Plots plots;
    const std::string here = "/data/plot[3]/size";
    CHECK(plots.at(here, "sum(/data/plot/size)") == "number 13");
    CHECK(plots.at(here, "count(/data/plot)") == "number 3");
    CHECK(plots.at(here, "count-non-empty(/data/plot/size)") == "number 2");
    CHECK(plots.at(here, "max(/data/plot/other)") == "number 9");
    CHECK(plots.at(here, "min(/data/plot/other)") == "number 7");
    CHECK(plots.at(here, "join(', ', /data/plot/other)") == "string \"7, 8, 9\"");
    CHECK(plots.at(here, "concat(/data/plot/other)") == "string \"789\"");
    CHECK(plots.at(here, "max(/data/plot/size, /data/plot/other)") == "number 10");
    CHECK(plots.at("/data/plot[1]/size", "max(/data/plot/size, /data/plot/other)") == "number 7");
    CHECK(plots.at(here, "concat(/data/plot/size, '/', /data/plot/other)") == "string \"10/9\"");
    CHECK(plots.at(here, "string(/data/plot/other)") == "string \"9\"");
    CHECK(plots.at(here, "/data/plot/other + 1") == "number 10");
}

TEST_CASE("indexed-repeat() leads to the repeat that is asked for, from anywhere") {
    Plots plots;
    plots.set("/data/wanted", "3");
    for (const char* from :
         {"/data/wanted", "/data/plot[1]/size", "/data/plot[3]/size", "/data/plot[2]/tree[1]/height"}) {
        INFO(from);
        CHECK(plots.at(from, "string(indexed-repeat(/data/plot/other, /data/plot, 2))") == "string \"8\"");
        CHECK(plots.at(from, "string(indexed-repeat(/data/plot/other, /data/plot, /data/wanted))") == "string \"9\"");
        CHECK(plots.at(from, "string(indexed-repeat(/data/plot/tree/height, /data/plot, 3, /data/plot/tree, 2))") ==
              "string \"32\"");
        CHECK(plots.at(from, "string(indexed-repeat(/data/plot/tree/height, /data/plot/tree, 1, /data/plot, 2))") ==
              "string \"21\"");
        CHECK(plots.at(from, "indexed-repeat(/data/plot/other, /data/plot, 4)") == "nodes 0");
    }
    CHECK(plots.at("/data/plot[2]/size", "string(indexed-repeat(/data/plot/size, /data/plot, position(..) + 1))") ==
          "string \"10\"");
    // The index is of the repeat that the expression stands in.
    plots.set("/data/plot[1]/other", "2");
    plots.set("/data/plot[3]/other", "1");
    CHECK(plots.at("/data/plot[3]/size", "string(indexed-repeat(/data/plot/other, /data/plot, /data/plot/other))") ==
          "string \"2\"");
}

TEST_CASE("a calculation that looks at the repeat before follows it") {
    Plots plots;
    CHECK(plots.at("/data/plot[2]/previous", "string(.)") == "string \"3\"");
    CHECK(plots.at("/data/plot[3]/previous", "string(.)") == "string \"\"");
    plots.set("/data/plot[2]/size", "4.5");
    CHECK(plots.at("/data/plot[3]/previous", "string(.)") == "string \"4.5\"");
}

TEST_CASE("answers are what their types say they are") {
    Plots plots;
    plots.set("/data/day", "2026-11-22");
    plots.set("/data/spot", "0 0 0 0");
    plots.set("/data/moment", "2026-11-22T00:30:00.000+09:00");
    CHECK(plots.at("/data", "/data/day = today()") == "boolean true");
    CHECK(plots.at("/data", "/data/day + 1 > now()") == "boolean true");
    CHECK(plots.at("/data", "/data/moment > today()") == "boolean true");
    CHECK(plots.at("/data", "/data/moment < now()") == "boolean true");
    CHECK(plots.at("/data", "date(/data/moment)") == "date 2026-11-22");
    CHECK(plots.at("/data", "format-date-time(/data/moment, '%e %b %H:%M')") == "string \"22 Nov 00:30\"");
    CHECK(plots.at("/data", "distance(/data/spot, '0 1')") == "number 111318.85");
    CHECK(plots.at("/data", "version()") == "string \"7\"");
    CHECK(plots.at("/data/plot[2]", "position()") == "number 2");
    CHECK(plots.at("/data/plot[2]/tree[2]/height", "position(../..)") == "number 2");
}
