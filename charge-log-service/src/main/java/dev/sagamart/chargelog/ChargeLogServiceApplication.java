package dev.sagamart.chargelog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ChargeLogServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(ChargeLogServiceApplication.class, args);
    }
}
