CREATE DATABASE signalering_keystore;
