package dev.sagamart.defaults.security;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One path of each degree of openness. */
@RestController
class GuardedController {
    @GetMapping("/v1/me")
    String me(Caller caller) {
        return caller.userId();
    }

    @GetMapping("/v1/open")
    String open() {
        return "open";
    }

    @GetMapping("/v1/open/{id}")
    String open(@PathVariable String id) {
        return id;
    }

    @PostMapping("/v1/open")
    String write(Caller caller) {
        return caller.userId();
    }

    @GetMapping("/v1/open/mine/too")
    String notListed(Caller caller) {
        return caller.userId();
    }

    @PostMapping("/v1/admin")
    String admin(Caller caller) {
        return caller.userId();
    }
}
