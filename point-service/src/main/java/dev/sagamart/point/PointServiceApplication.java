package dev.sagamart.point;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class PointServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(PointServiceApplication.class, args);
    }
}
